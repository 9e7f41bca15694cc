import { scripts } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Library.module.css';
import { useNames } from './library-names.ts';
import { folderMove, type Spot } from './tree.rules.ts';

interface Props {
  readonly spots: readonly Spot[];
  readonly chosen: string | undefined;
  readonly counts: ReadonlyMap<string, number>;
  readonly onChoose: (key: string | undefined) => void;
}

const again = () => refresh(scripts.getScriptIndex);
const dragged = 'application/x-guitai-script';

/** What a row drags along. */
export const dragScript = (event: DragEvent, id: string): void =>
  event.dataTransfer.setData(dragged, id);

/** Libraries and their folders. Enter opens, F2 renames, Delete removes, Alt and arrows move; or by the mouse. */
export function FolderTree({ spots, chosen, counts, onChoose }: Props) {
  const { t } = useLingui();
  const [editing, setEditing] = useState<string>();
  const create = useAct(scripts.createScriptFolder, (made) => {
    again();
    setEditing(made.id);
  });
  const update = useAct(scripts.updateScriptFolder, again);
  const remove = useAct(scripts.removeScriptFolder, again);
  const move = useAct(scripts.moveScript, again);
  const spotNow = spots.find(({ key }) => key === chosen) ?? spots[0];
  const nameOf = useNames();

  const add = () => {
    if (!spotNow) return;
    const { scope, shopId, folder } = spotNow;
    const where = {
      scope,
      ...(shopId ? { shopId } : {}),
      ...(folder ? { parentId: folder.id } : {}),
    };
    void create.run({ ...where, name: t`New folder` });
  };
  const onKeyDown = (event: KeyboardEvent, spot: Spot) => {
    const { folder } = spot;
    const at = spots.indexOf(spot);
    if (event.key === 'ArrowDown' && !event.altKey) focusOn(spots[at + 1]);
    else if (event.key === 'ArrowUp' && !event.altKey) focusOn(spots[at - 1]);
    else if (!folder?.can.includes('updateScriptFolder')) return;
    else if (event.key === 'F2') setEditing(folder.id);
    else if (event.key === 'Delete') void remove.run({ folderId: folder.id });
    else {
      const change = event.altKey ? folderMove(spots, spot, event.key) : undefined;
      if (!change) return;
      if (change !== 'stay') void update.run({ folderId: folder.id, ...change });
    }
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, spot: Spot) => {
    const scriptId = event.dataTransfer.getData(dragged);
    if (scriptId) void move.run({ scriptId, folderId: spot.folder?.id ?? null });
    event.preventDefault();
  };
  return (
    <nav className={styles.tree} aria-label={t`Libraries and folders`}>
      <ul>
        <li>
          <button
            type="button"
            aria-current={chosen === undefined}
            onClick={() => onChoose(undefined)}
          >
            {t`All scripts`}
          </button>
        </li>
        {spots.map((spot) => (
          <li key={spot.key} style={{ paddingLeft: spot.depth * 14 }}>
            {editing === spot.key && spot.folder ? (
              <NameField
                name={spot.folder.name}
                onLeave={() => setEditing(undefined)}
                onName={(name) => void update.run({ folderId: spot.key, name })}
              />
            ) : (
              <button
                type="button"
                id={`spot-${spot.key}`}
                aria-current={chosen === spot.key}
                onClick={() => onChoose(spot.key)}
                onDoubleClick={() => spot.folder && setEditing(spot.key)}
                onKeyDown={(event) => onKeyDown(event, spot)}
                onDragOver={(event) => event.preventDefault()}
                onDrop={(event) => onDrop(event, spot)}
              >
                <span>{spot.folder?.name ?? nameOf(spot)}</span>
                <small>{counts.get(spot.key) ?? 0}</small>
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.treeActs}>
        <IconButton name={t`New folder`} busy={create.busy} onClick={add}>
          <Icon name="plus" size={15} />
        </IconButton>
        {spotNow?.folder?.can.includes('updateScriptFolder') && (
          <>
            <IconButton name={t`Rename (F2)`} onClick={() => setEditing(spotNow.key)}>
              <Icon name="note" size={15} />
            </IconButton>
            <IconButton
              name={t`Remove the folder; its scripts move up`}
              onClick={() => void remove.run({ folderId: spotNow.key })}
            >
              <Icon name="close" size={15} />
            </IconButton>
          </>
        )}
      </div>
      <Refusal refusal={create.refusal ?? update.refusal ?? remove.refusal ?? move.refusal} />
    </nav>
  );
}

interface NameProps {
  readonly name: string;
  readonly onLeave: () => void;
  readonly onName: (name: string) => void;
}

function NameField({ name, onLeave, onName }: NameProps) {
  const { t } = useLingui();
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: renaming was asked for
      autoFocus
      aria-label={t`Name of the folder`}
      defaultValue={name}
      maxLength={60}
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => {
        onLeave();
        const given = target.value.trim();
        if (given && given !== name) onName(given);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

const focusOn = (spot: Spot | undefined): void => {
  if (spot) document.getElementById(`spot-${spot.key}`)?.focus();
};
