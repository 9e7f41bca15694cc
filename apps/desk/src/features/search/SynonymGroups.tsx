import { catalog } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import styles from './Synonyms.module.css';

const wordsIn = (text: string): string[] =>
  text
    .split(/[\n,，、;；=＝]/)
    .map((word) => word.trim())
    .filter(Boolean);

/** Words a shop's search takes for the same: a line each, changed in place. */
export function SynonymGroups({ shopId }: { shopId: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(catalog.getSynonyms, { shopId });
  const [open, setOpen] = useState<number>();
  const put = useAct(catalog.putSynonyms, () => {
    setOpen(undefined);
    refresh(catalog.getSynonyms, catalog.searchProducts);
  });
  if (!data) return error ? <Refusal refusal={error} /> : <Lines count={4} />;
  const { groups } = data;
  const may = data.can.includes('putSynonyms');
  const save = (next: readonly (readonly string[])[]) =>
    put.run({ shopId, groups: next.map((words) => [...words]) });
  return (
    <>
      {may && (
        <GroupForm
          key={groups.length}
          words={[]}
          busy={put.busy}
          submit={t`Add`}
          onSave={(words) => void save([words, ...groups])}
        />
      )}
      <Refusal refusal={put.refusal} onClose={put.reset} />
      {groups.length === 0 && (
        <Empty>
          <Trans>
            No words yet. What buyers call “water heater” in three ways is found by each of them.
          </Trans>
        </Empty>
      )}
      <Rows label={t`Synonyms`}>
        {groups.map((words, at) => (
          <Row
            key={words.join(' ')}
            title={open === at ? '' : words.join(' = ')}
            acts={
              may &&
              open !== at && (
                <>
                  <Button small look="plain" onClick={() => setOpen(at)}>
                    <Trans>Edit</Trans>
                  </Button>
                  <Button
                    small
                    look="plain"
                    busy={put.busy}
                    onClick={() => void save(groups.toSpliced(at, 1))}
                  >
                    <Trans>Remove</Trans>
                  </Button>
                </>
              )
            }
            below={
              open === at && (
                <GroupForm
                  words={words}
                  busy={put.busy}
                  submit={t`Save`}
                  onSave={(next) => void save(groups.with(at, next))}
                  onCancel={() => setOpen(undefined)}
                />
              )
            }
          />
        ))}
      </Rows>
    </>
  );
}

interface FormProps {
  readonly words: readonly string[];
  readonly busy: boolean;
  readonly submit: string;
  readonly onSave: (words: string[]) => void;
  readonly onCancel?: () => void;
}

function GroupForm({ words, busy, submit, onSave, onCancel }: FormProps) {
  const { t } = useLingui();
  const [text, setText] = useState(words.join('、'));
  const found = wordsIn(text);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (found.length > 1) onSave(found);
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <input
        value={text}
        maxLength={400}
        aria-label={t`Words for one thing, separated by commas`}
        placeholder={t`Words for one thing, separated by commas`}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" small look="main" busy={busy} disabled={found.length < 2}>
        {submit}
      </Button>
      {onCancel && (
        <Button small look="plain" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      )}
    </form>
  );
}
