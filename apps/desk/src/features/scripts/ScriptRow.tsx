import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../ui/Icon.tsx';
import { SlotText } from '../../ui/SlotText.tsx';
import { Word } from '../../ui/Word.tsx';
import { dragScript } from './FolderTree.tsx';
import { Kinds } from './Kinds.tsx';
import styles from './Library.module.css';
import type { Entry } from './library.ts';
import { Bars, type Figure } from './Outcome.tsx';
import { scriptSlots } from './variable.words.ts';

export const scriptRowHeight = 58;

interface Props {
  readonly entry: Entry;
  readonly figure: Figure | undefined;
}

/** One script of the library: what it is called, how it begins, what came of it. */
export function ScriptRow({ entry, figure }: Props) {
  const { t, i18n } = useLingui();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys in the editor, as a choice of folder
    <div className={styles.row} draggable onDragStart={(event) => dragScript(event, entry.id)}>
      <div className={styles.rowWords}>
        <b>
          {entry.favourite && <Icon name="spark" size={13} />}
          {entry.title}
          {entry.code && <code>/{entry.code}</code>}
          <Kinds kinds={entry.kinds} />
          {entry.variants > 1 && <small>{'ABCD'.slice(0, entry.variants)}</small>}
        </b>
        <span>
          <SlotText text={entry.text} slots={scriptSlots(i18n)} />
        </span>
      </div>
      {entry.state === 'waiting' && <Word tone="soon">{t`Waiting`}</Word>}
      {entry.state === 'draft' && (
        <Word tone="quiet">{t({ message: 'Draft', context: 'scripts' })}</Word>
      )}
      {figure && <Bars figure={figure} />}
    </div>
  );
}
