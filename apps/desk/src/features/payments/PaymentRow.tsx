import type { payments } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { money } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { methodName } from '../orders/orders.rules.ts';
import { paymentWords } from '../orders/orders.words.ts';
import { causeWords, moneyStates } from './payments.words.ts';
import { SettleForm } from './SettleForm.tsx';

/** Money that came in or went back: how much, how, for which order, and how it stands. */
export function PaymentRow({ row }: { row: payments.PaymentRowShape }) {
  const { t, i18n } = useLingui();
  const [settling, setSettling] = useState(false);
  const { word, tone } = moneyStates[row.state];
  const amount = money(
    row.direction === 'payment' ? row.amountMinor : -row.amountMinor,
    row.currency,
  );
  const back = money(row.refundedMinor, row.currency);
  const fee = money(row.feeMinor ?? 0, row.currency);
  const how = methodName(i18n._(paymentWords[row.kind]), row.label, row.kind);
  return (
    <Row
      title={
        <>
          {i18n._(causeWords[row.cause])} {amount} <Word tone={tone}>{i18n._(word)}</Word>
        </>
      }
      sub={
        <>
          {how} · <Link href={`/orders/${row.orderId}`}>{row.orderNumber}</Link>
          {row.at && (
            <>
              {' '}
              · <When at={row.at} form="ago" />
            </>
          )}
          {row.gatewayReference && <> · {row.gatewayReference}</>}
          {row.failure && <> · {row.failure}</>}
        </>
      }
      facts={
        <>
          {row.refundedMinor > 0 && <span>{t`${back} given back`}</span>}
          {row.feeMinor !== null && <span>{t`Fee ${fee}`}</span>}
        </>
      }
      acts={
        row.can.includes('settleRefundByHand') && (
          <Button small aria-expanded={settling} onClick={() => setSettling(!settling)}>
            {t`Settle by hand`}
          </Button>
        )
      }
      below={settling && <SettleForm row={row} onDone={() => setSettling(false)} />}
    />
  );
}
