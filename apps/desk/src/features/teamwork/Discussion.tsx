import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Mentions } from 'antd';
import { useState } from 'react';
import { matches } from '../../lib/pinyin.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { usePeople } from './PeopleField.tsx';
import type { Detail } from './TaskSheet.tsx';
import { refreshTasks } from './tasks.ts';
import styles from './teamwork.module.css';
import { entryWords, fieldWords, stateWords } from './teamwork.words.ts';

type Entry = Detail['entries'][number];

/** What happened and what was said, in one line of time; @ mentions a colleague, also by pinyin initials. */
export function Discussion({ task }: { task: Detail }) {
  const { t } = useLingui();
  const people = usePeople();
  const [text, setText] = useState('');
  const say = useAct(teamwork.addTaskComment, refreshTasks);
  const submit = async () => {
    const mentionIds = people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
    if (await say.run({ taskId: task.id, text: text.trim(), mentionIds })) setText('');
  };
  return (
    <section className={styles.part}>
      <h3>{t`History and discussion`}</h3>
      <ol className={styles.entries}>
        {task.entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {task.can.includes('addTaskComment') && (
        <div className={styles.say}>
          <Mentions
            aria-label={t`Say something`}
            placeholder={t`Say something; @ mentions a colleague`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={4000}
            value={text}
            onChange={setText}
            filterOption={(query, option) => matches(String(option.value ?? ''), query)}
            options={people.map(({ id, name }) => ({ key: id, value: name, label: name }))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim())
                void submit();
            }}
          />
          <Button busy={say.busy} disabled={text.trim() === ''} onClick={() => void submit()}>
            {t({ message: 'Say it', context: 'task' })}
          </Button>
        </div>
      )}
      <Refusal refusal={say.refusal} />
    </section>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const { t, i18n } = useLingui();
  const { kind, actor, text, data } = entry;
  const words = entryWords[kind];
  const to = stateWords[String(data.to) as keyof typeof stateWords];
  const fields = Object.keys((data.after ?? {}) as object)
    .map((field) => fieldWords[field])
    .filter((word) => word !== undefined);
  return (
    <li data-kind={kind}>
      <span className={styles.who}>
        <b>{actor.name || t({ message: 'Guitai', context: 'task history' })}</b>
        {kind !== 'comment' && words && <> {i18n._(words)}</>}
        {kind === 'moved' && to && <> → {i18n._(to)}</>}
        {kind === 'changed' && <> {fields.map((word) => i18n._(word)).join(' · ')}</>}
        <When at={entry.at} />
      </span>
      {text && <span className={styles.words}>{text}</span>}
    </li>
  );
}
