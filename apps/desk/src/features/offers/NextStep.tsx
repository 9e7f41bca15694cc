import { offers, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { money } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Effect } from './Effect.tsx';
import styles from './offers.module.css';
import { skippedBefore } from './offers.rules.ts';
import { rungWords, whyWords } from './offers.words.ts';

export type Sheet = ReplyOf<typeof offers.getOfferSheet>;

interface Props {
  readonly conversationId: string;
  readonly sheet: Sheet;
  readonly effect: Sheet['rungs'][number] | null;
  readonly onDone: () => void;
}

/** The step to offer now: what it does to the price, and the button that sends it. Enter sends. */
export function NextStep({ conversationId, sheet, effect, onDone }: Props) {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const button = useRef<HTMLDivElement>(null);
  const act = useAct(offers.makeConcession, () => {
    refresh(offers.getOfferSheet);
    onDone();
  });
  const skipped = effect ? skippedBefore(sheet, effect.rung) : [];
  useEffect(() => {
    const main = button.current?.querySelector('button, input');
    if (document.activeElement?.matches('body, #side *, #side') && main instanceof HTMLElement)
      main.focus();
  }, []);
  if (!effect) return <NoStep sheet={sheet} />;
  const asks = effect.verdict === 'ask';
  const send = () => {
    const common = { conversationId, rung: effect.rung, situation: sheet.situation };
    const order = sheet.orderId ? { orderId: sheet.orderId } : {};
    const why = reason.trim() ? { reason: reason.trim() } : {};
    const ask = asks ? { approvalNote: note.trim() } : {};
    void act.run({ ...common, ...order, ...why, ...ask });
  };
  const may = effect.possible && sheet.can.includes('makeConcession');
  return (
    <section className={styles.next} aria-label={t`Next step`}>
      <header>
        <h3>{i18n._(rungWords[effect.rung])}</h3>
        {effect.name && <span className={styles.quiet}>{effect.name}</span>}
      </header>
      {effect.why && whyWords[effect.why] && (
        <p className={styles.quiet}>{i18n._(whyWords[effect.why] as never)}</p>
      )}
      <Effect effect={effect} sheet={sheet} />
      <div className={styles.send} ref={button}>
        {skipped.length > 0 && (
          <input
            className={styles.input}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            aria-label={t`Why cheaper steps are left out`}
            placeholder={t`Why not ${skipped.map((one) => i18n._(rungWords[one])).join(', ')} first?`}
            onKeyDown={(event) => event.key === 'Enter' && reason.trim() && may && send()}
          />
        )}
        {asks && (
          <input
            className={styles.input}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            aria-label={t`Note for who approves`}
            placeholder={t`Above your limit: a word for who approves`}
          />
        )}
        <Button
          look="main"
          busy={act.busy}
          disabled={!may || (skipped.length > 0 && reason.trim() === '')}
          hint="Enter"
          onClick={send}
        >
          {asks
            ? t`Ask for approval`
            : effect.onOrder
              ? t`Change the order`
              : t`Send ${money(effect.amountMinor, sheet.currency)}`}
        </Button>
      </div>
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </section>
  );
}

/** Why nothing can be offered, and where that begins. */
function NoStep({ sheet }: { sheet: Sheet }) {
  const { t } = useLingui();
  const may = useMay('coupons.manage');
  if (sheet.rungs.some((one) => one.possible))
    return (
      <Empty>
        {t`Everything this situation allows has been offered. Another situation has other steps; else it stays at this price.`}
      </Empty>
    );
  if (sheet.rungs.some(({ why }) => why === 'floor' || why === 'beyond_ladder'))
    return <Whys sheet={sheet} />;
  if (!may)
    return (
      <Empty>{t`There is nothing to offer yet: a lead makes the first kind of coupon.`}</Empty>
    );
  return (
    <Empty act={<Link href="/marketing/offers">{t`Make a kind of coupon`}</Link>}>
      {t`There is nothing to offer yet. Kinds of coupons are made under Marketing; an order that is not paid can be made cheaper here.`}
    </Empty>
  );
}

/** Of each step, why it cannot be offered now. */
function Whys({ sheet }: { sheet: Sheet }) {
  const { t, i18n } = useLingui();
  return (
    <section className={styles.next} aria-label={t`Nothing can be offered now`}>
      <h3>{t`Nothing can be offered now`}</h3>
      <ul className={styles.quiet}>
        {sheet.rungs.map(({ rung, why }) => (
          <li key={rung}>
            {i18n._(rungWords[rung])}
            {why && whyWords[why] ? `: ${i18n._(whyWords[why])}` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
