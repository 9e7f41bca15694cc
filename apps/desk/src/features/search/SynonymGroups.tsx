import { catalog } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { onLiveEvent } from '../../lib/live.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { SynonymForm } from './SynonymForm.tsx';

type Group = catalog.SynonymGroupShape;

const again = () => refresh(catalog.getSynonyms, catalog.searchProducts);

/** What was done last, and how to take it back. */
interface Done {
  readonly said: string;
  readonly undo: () => void;
}

/** What colleagues change is seen at once. */
const useFollowing = (shopId: string) =>
  useEffect(
    () =>
      onLiveEvent(({ type, data }) => {
        if (type === 'catalog.synonyms_changed' && (data as { shopId: string }).shopId === shopId)
          again();
      }),
    [shopId],
  );

/** Words a shop's search takes for the same: a group a line, each changed by itself. */
export function SynonymGroups({ shopId }: { shopId: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(catalog.getSynonyms, { shopId });
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<Done>();
  useFollowing(shopId);
  const add = useAct(catalog.addSynonyms, again);
  const change = useAct(catalog.changeSynonyms, again);
  const remove = useAct(catalog.removeSynonyms, again);
  const back = useAct(catalog.bringBackSynonyms, again);
  const acts = [add, change, remove, back];
  const failed = acts.find(({ refusal }) => refusal !== null);
  if (!data) return error ? <Refusal refusal={error} /> : <Lines count={4} />;
  const { groups, can } = data;
  const may = (act: string) => can.includes(act);
  const added = async (words: string[]) => {
    const made = await add.run({ shopId, words });
    if (!made) return;
    const group = words.join(' = ');
    setDone({ said: t`Added: ${group}`, undo: () => void remove.run({ groupId: made.id }) });
  };
  const saved = async ({ id: groupId, version, words: before }: Group, words: string[]) => {
    const made = await change.run({ groupId, version, words });
    if (!made) return again();
    setOpen(undefined);
    const undo = () => void change.run({ groupId, version: made.version, words: [...before] });
    const group = words.join(' = ');
    setDone({ said: t`Saved: ${group}`, undo });
  };
  const removed = async ({ id: groupId, words }: Group) => {
    if (!(await remove.run({ groupId }))) return;
    const group = words.join(' = ');
    setDone({ said: t`Removed: ${group}`, undo: () => void back.run({ groupId }) });
  };
  return (
    <>
      {may('addSynonyms') && (
        <SynonymForm
          key={groups.length}
          words={[]}
          busy={add.busy}
          submit={t`Add`}
          onSave={(words) => void added(words)}
        />
      )}
      <Refusal refusal={failed?.refusal} onClose={() => failed?.reset()} />
      {done && (
        <p role="status">
          {done.said}{' '}
          <Button
            small
            look="plain"
            busy={acts.some(({ busy }) => busy)}
            onClick={() => {
              setDone(undefined);
              done.undo();
            }}
          >
            <Trans>Undo</Trans>
          </Button>
        </p>
      )}
      {groups.length === 0 && (
        <Empty>
          <Trans>
            No words yet. What buyers call “water heater” in three ways is found by each of them.
          </Trans>
        </Empty>
      )}
      <Rows label={t`Synonyms`}>
        {groups.map((group) => (
          <Row
            key={group.id}
            title={open === group.id ? '' : group.words.join(' = ')}
            acts={
              open !== group.id && (
                <>
                  {may('changeSynonyms') && (
                    <Button small look="plain" onClick={() => setOpen(group.id)}>
                      <Trans>Edit</Trans>
                    </Button>
                  )}
                  {may('removeSynonyms') && (
                    <Button
                      small
                      look="plain"
                      busy={remove.busy}
                      onClick={() => void removed(group)}
                    >
                      <Trans>Remove</Trans>
                    </Button>
                  )}
                </>
              )
            }
            below={
              open === group.id && (
                <SynonymForm
                  words={group.words}
                  busy={change.busy}
                  submit={t`Save`}
                  onSave={(words) => void saved(group, words)}
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
