import type { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { When } from '../../ui/When.tsx';
import styles from './EntryRow.module.css';
import { stateWords } from './knowledge.words.ts';

/** An entry in a list: title, what it is about, where it stands, what it did. */
export function EntryRow({ entry }: { entry: knowledge.KnowledgeSummaryShape }) {
  const { t, i18n } = useLingui();
  const about = entry.productTitle || entry.category || t`The whole shop`;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <b>{entry.title}</b>
        <small>{[entry.topic, about].filter(Boolean).join(' · ')}</small>
      </div>
      <div className={styles.marks}>
        <span data-state={entry.state}>
          {i18n._(stateWords[entry.state])}
          {entry.changing && ` · ${t`draft at work`}`}
        </span>
        <small>
          {entry.views > 0 && t`seen ${entry.views} · sent ${entry.sends} · helped ${entry.helped}`}
          {entry.views > 0 && ' · '}
          <When at={entry.updatedAt} form="ago" />
        </small>
      </div>
    </div>
  );
}
