import { outreach, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './outreach.module.css';
import { channels, sources, topics } from './outreach.words.ts';

export type OptOut = ReplyOf<typeof outreach.listOptOuts>['items'][number];

/** Buyers who said no, newest first; a colleague takes it back when the buyer asks for it. */
export function OptOutList() {
  const { t } = useLingui();
  const pages = usePages(outreach.listOptOuts, { limit: 20 });
  return (
    <section className={styles.part} aria-label={t`Opt-outs`}>
      <h2>{t`Opt-outs`}</h2>
      <p className={styles.soft}>
        {t`A no holds for every rule at once. Buyers say it by 退订, TD or STOP, or by the link in a mail.`}
      </p>
      <Refusal refusal={pages.error} />
      {pages.items?.length === 0 && <Empty>{t`No buyer has said no.`}</Empty>}
      <Rows label={t`Opt-outs`}>
        {pages.items?.map((one) => (
          <OptOutRow key={one.id} optOut={one} />
        ))}
      </Rows>
      <More pages={pages} small />
    </section>
  );
}

function OptOutRow({ optOut: o }: { optOut: OptOut }) {
  const { t, i18n } = useLingui();
  return (
    <Row
      quiet={o.undoneAt !== null}
      title={
        <>
          {o.buyerId ? (
            <Link href={`/buyers/${o.buyerId}`}>{o.buyerName || t`Visitor without a name`}</Link>
          ) : (
            <span
              title={t`The number or address stays barred; nothing else is kept.`}
            >{t`Somebody forgotten`}</span>
          )}
          <span>
            {i18n._(channels[o.channel])}, {i18n._(topics[o.topic])}
          </span>
          {o.undoneAt && <Word tone="quiet">{t`taken back`}</Word>}
        </>
      }
      sub={
        <>
          {o.shopName} · {o.byName ?? i18n._(sources[o.source])} · <When at={o.at} />
        </>
      }
      acts={<TakeBack optOut={o} />}
    />
  );
}

/** Takes a no back. */
export function TakeBack({ optOut }: { optOut: Pick<OptOut, 'id' | 'can'> }) {
  const { t } = useLingui();
  const undo = useAct(outreach.undoOptOut, () => refresh(outreach.listOptOuts));
  if (!optOut.can.includes('undoOptOut')) return null;
  return (
    <>
      <Button
        small
        look="plain"
        busy={undo.busy}
        onClick={() => void undo.run({ optOutId: optOut.id })}
      >
        {t({ message: 'Take back', context: 'opt-out' })}
      </Button>
      <Refusal refusal={undo.refusal} onClose={undo.reset} />
    </>
  );
}
