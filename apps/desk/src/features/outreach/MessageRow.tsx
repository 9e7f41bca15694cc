import { outreach, type ReplyOf } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './outreach.module.css';
import { channels, reasons, states } from './outreach.words.ts';

export type Message = ReplyOf<typeof outreach.getOutreachMessage>;

/** The moment that says most: when it will come, came, or was given up. */
const momentOf = (m: Message): string =>
  m.state === 'planned' ? m.dueAt : (m.deliveredAt ?? m.sentAt ?? m.plannedAt);

/** An automatic message: to whom, what, how it is and why; what a person can do about it. */
export function MessageRow({ message: m, toDo }: { message: Message; toDo?: boolean }) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const { word, tone } = states[m.state];
  const reason = m.reason && reasons[m.reason];
  return (
    <Row
      quiet={m.state === 'skipped'}
      title={
        <>
          <Link href={`/buyers/${m.buyerId}`}>{m.buyerName || t`Visitor without a name`}</Link>
          {m.orderId && <Link href={`/orders/${m.orderId}`}>{m.orderNumber}</Link>}
          <Word tone={tone}>{i18n._(word)}</Word>
          {m.readAt && <Word tone="good">{t({ message: 'read', context: 'outreach' })}</Word>}
          {m.repliedAt && (
            <Word tone="good">{t({ message: 'answered', context: 'outreach' })}</Word>
          )}
          {m.convertedAt && (
            <Word tone="good">{t({ message: 'bought', context: 'outreach' })}</Word>
          )}
          {m.optedOutAt && (
            <Word tone="late">{t({ message: 'opted out', context: 'outreach' })}</Word>
          )}
        </>
      }
      sub={
        <>
          <span className={styles.text}>{m.text}</span>
          {m.reason && <>{reason ? i18n._(reason) : m.reason} · </>}
          {m.channel && <>{i18n._(channels[m.channel])} · </>}
          {m.recipient && <>{m.recipient} · </>}
          <When at={momentOf(m)} />
        </>
      }
      facts={m.round > 1 && <Word tone="soon">{t`sent again by hand`}</Word>}
      acts={
        <Button small look="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t`Less` : t`Details`}
        </Button>
      }
      below={
        <>
          {toDo && <WhatToDo message={m} />}
          {m.state === 'failed' && m.can.includes('sendOutreachAgain') && <Again message={m} />}
          {open && <Detail message={m} />}
        </>
      }
    />
  );
}

const afterwards = () =>
  refresh(outreach.listOutreachMessages, outreach.getOutreachMessage, outreach.listMessageGateways);

/** Nobody knows whether it arrived: look at the gateway, then say so; or send it again and say that. */
function WhatToDo({ message: m }: { message: Message }) {
  const { t } = useLingui();
  const settle = useAct(outreach.settleOutreachMessage, afterwards);
  if (!m.can.includes('settleOutreachMessage')) return null;
  const say = (outcome: 'arrived' | 'lost') => void settle.run({ messageId: m.id, outcome });
  const gateway = m.gatewayName ?? '';
  return (
    <>
      <p className={styles.soft}>
        <Trans>
          It is not sent again by itself. Look it up at {gateway}, or ask the buyer; then say what
          you found.
        </Trans>
      </p>
      <div className={styles.bar}>
        <Button small busy={settle.busy} onClick={() => say('arrived')}>{t`It arrived`}</Button>
        <Button small busy={settle.busy} onClick={() => say('lost')}>{t`It did not`}</Button>
        <Again message={m} />
      </div>
      <Refusal refusal={settle.refusal} onClose={settle.reset} />
    </>
  );
}

function Again({ message: m }: { message: Message }) {
  const { t } = useLingui();
  const again = useAct(outreach.sendOutreachAgain, afterwards);
  return (
    <>
      <Button
        small
        look="plain"
        busy={again.busy}
        title={t`A new attempt: the buyer may get it twice.`}
        onClick={() => void again.run({ messageId: m.id })}
      >
        {t({ message: 'Send again', context: 'outreach' })}
      </Button>
      <Refusal refusal={again.refusal} onClose={again.reset} />
    </>
  );
}

function Detail({ message: m }: { message: Message }) {
  const { t, i18n } = useLingui();
  const facts: [string, React.ReactNode][] = [
    [
      t({ message: 'Text', context: 'outreach' }),
      <span key="t" className={styles.whole}>
        {m.text}
      </span>,
    ],
    [t`Cause`, `${m.cause.kind} · ${m.cause.step || m.cause.id}`],
    [
      t({ message: 'Channels', context: 'outreach' }),
      m.channels.map((one) => i18n._(channels[one])).join(' → '),
    ],
    [
      t({ message: 'Planned at', context: 'outreach' }),
      <When key="p" at={m.plannedAt} form="dateTime" />,
    ],
    [t`Due`, <When key="d" at={m.dueAt} form="dateTime" />],
    [t`Too late after`, <When key="e" at={m.expiresAt} form="dateTime" />],
  ];
  if (m.sentAt)
    facts.push([
      t({ message: 'Sent', context: 'outreach' }),
      <When key="s" at={m.sentAt} form="dateTime" />,
    ]);
  if (m.deliveredAt)
    facts.push([
      t({ message: 'Delivered', context: 'outreach' }),
      <When key="v" at={m.deliveredAt} form="dateTime" />,
    ]);
  if (m.readAt)
    facts.push([
      t({ message: 'Read', context: 'outreach' }),
      <When key="r" at={m.readAt} form="dateTime" />,
    ]);
  if (m.gatewayName) facts.push([t`Gateway`, m.gatewayName]);
  if (m.parts)
    facts.push([t`Parts`, <Plural key="n" value={m.parts} one="# part" other="# parts" />]);
  if (m.attempts > 1) facts.push([t`Tries`, m.attempts]);
  if (m.reply)
    facts.push([
      t`Answer`,
      <span key="r" className={styles.whole}>
        {m.reply}
      </span>,
    ]);
  return (
    <dl className={styles.detail}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
