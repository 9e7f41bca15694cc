import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Drawer } from 'antd';
import { Link } from 'wouter';
import { money } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { reasonNames, stageNames } from './followup.words.ts';

export interface Narrow {
  readonly stage: followups.FollowupStageWord;
  readonly reason?: followups.FollowupReasonWord;
  readonly by?: string;
  /** A part of the time, from a picture. */
  readonly from?: string;
  readonly to?: string;
}

interface Props {
  readonly span: { readonly from: string; readonly to: string; readonly shopId?: string };
  readonly narrow: Narrow;
  readonly onClose: () => void;
}

/** The contacts behind a figure. */
export function Contacts({ span, narrow, onClose }: Props) {
  const { t, i18n } = useLingui();
  const pages = usePages(followups.listFollowups, { ...span, ...narrow, limit: 50 });
  return (
    <Drawer open title={i18n._(stageNames[narrow.stage])} onClose={onClose} size={560}>
      <Refusal refusal={pages.error} />
      {pages.items?.length === 0 && <Empty>{t`Nobody.`}</Empty>}
      <Rows label={i18n._(stageNames[narrow.stage])}>
        {pages.items?.map((item) => (
          <Row
            key={item.id}
            title={
              <>
                <Link href={`/buyers/${item.buyerId}`}>
                  {item.buyerName || t`Visitor without a name`}
                </Link>
                <span>{i18n._(reasonNames[item.reason])}</span>
              </>
            }
            sub={
              <>
                {item.contactedByName || t`By itself`}
                {item.contactedAt && (
                  <>
                    {' · '}
                    <When at={item.contactedAt} />
                  </>
                )}
                {item.product && <> · {item.product.title}</>}
              </>
            }
            facts={
              item.convertedOrderId && (
                <Link href={`/orders/${item.convertedOrderId}`}>
                  <Word tone={item.reversed ? 'late' : 'good'}>
                    {item.convertedOrderNumber}
                    {item.paidMinor && item.currency
                      ? ` ${money(item.paidMinor, item.currency)}`
                      : ''}
                  </Word>
                </Link>
              )
            }
          />
        ))}
      </Rows>
      {pages.items && !pages.atEnd && (
        <Button busy={pages.busy} onClick={pages.more}>{t`More`}</Button>
      )}
    </Drawer>
  );
}
