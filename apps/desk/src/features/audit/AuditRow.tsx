import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { clockTime, money, wholeInstant } from '../../lib/format.ts';
import { useSelf } from '../../lib/session.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './AuditList.module.css';
import type { Entry } from './AuditList.tsx';
import { attempts, deeds } from './audit.words.ts';
import { Changes } from './Changes.tsx';
import { changesOf, type Say } from './changes.rules.ts';
import { fieldWords, valueWords } from './fields.words.ts';
import { Subject } from './Subject.tsx';

const kinds = {
  member: msg({ message: 'A member', context: 'actor' }),
  key: msg({ message: 'An API key', context: 'actor' }),
  buyer: msg({ message: 'A buyer', context: 'actor' }),
  system: msg({ message: 'Guitai', context: 'actor' }),
  nobody: msg({ message: 'Somebody not signed in', context: 'actor' }),
};

/** One act as a sentence; unfolded: what changed, why, and from where. */
export function AuditRow({ entry, names }: { entry: Entry; names: ReadonlyMap<string, string> }) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const who = entry.actor.name || i18n._(kinds[entry.actor.kind as keyof typeof kinds]);
  const changes = changesOf(entry.before, entry.after, useSay(entry));
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at} title={wholeInstant(entry.at)}>
        {clockTime(entry.at)}
      </time>
      <div className={styles.sentence}>
        <b>{who}</b> <Deed entry={entry} />
        <Subject entry={entry} names={names} />
        {!open && changes.length > 0 && <Changes changes={changes} names={names} short />}
      </div>
      <IconButton
        name={open ? t`Fewer details` : t`Details`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'up' : 'down'} size={15} />
      </IconButton>
      {open && (
        <div className={styles.more}>
          {changes.length > 0 && <Changes changes={changes} names={names} />}
          <dl>
            {entry.reason && <Fact name={t`Reason`} text={entry.said ?? entry.reason} />}
            {entry.address && <Fact name={t`From`} text={entry.address} />}
            {entry.device && <Fact name={t`With`} text={entry.device} />}
            <div>
              <dt>{t`Action`}</dt>
              <dd>
                <code>{entry.action}</code>
                {entry.said && <code> {entry.reason}</code>}
              </dd>
            </div>
            <Fact name={t`Number in the chain`} text={String(entry.seq)} />
          </dl>
        </div>
      )}
    </li>
  );
}

/** Names, words and the currency in which an entry is told. */
function useSay({ after, shopId }: Entry): Say {
  const { i18n } = useLingui();
  const { shops } = useSelf();
  const own = (after as { currency?: unknown } | null)?.currency;
  const shop = shops.find(({ id }) => id === shopId) ?? shops[0];
  const currency = typeof own === 'string' ? own : (shop?.currency ?? 'CNY');
  const worded = (word: MessageDescriptor | undefined, text: string) =>
    word ? i18n._(word) : text;
  return {
    field: (name) => worded(fieldWords[name], name),
    amount: (minor) => money(minor, currency),
    word: (text) => worded(valueWords[text], text),
  };
}

/** What became of an act that waited for a gateway or a platform. */
const ends = {
  done: msg({ message: '(went through)', context: 'act' }),
  failed: msg({ message: '(failed)', context: 'act' }),
  undone: msg({ message: '(taken back)', context: 'act' }),
};

/** What was done, or what was tried and refused. */
function Deed({ entry: { action, outcome } }: { entry: Entry }) {
  const { t, i18n } = useLingui();
  if (outcome === 'refused') {
    const attempt = attempts[action];
    return (
      <>
        {attempt ? t`tried to ${i18n._(attempt)}` : <code>{action}</code>}{' '}
        <Word tone="late">{t({ message: 'refused', context: 'audit' })}</Word>
      </>
    );
  }
  const [, started, end] = /^(.+)_(done|failed|undone)$/.exec(action) ?? [];
  const deed = deeds[action] ?? deeds[started ?? ''];
  if (!deed) return <code>{action}</code>;
  return (
    <>
      {i18n._(deed)}
      {!deeds[action] && end && <> {i18n._(ends[end as keyof typeof ends])}</>}
    </>
  );
}

const Fact = ({ name, text }: { name: string; text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </div>
);
