import { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { call } from '../../lib/call.ts';
import { useReply } from '../../lib/query.ts';
import { Picture } from '../../ui/Picture.tsx';
import styles from './EntryCard.module.css';
import { wordsIn } from './words-in.ts';

interface Props {
  readonly entry: knowledge.KnowledgeSummaryShape;
  readonly act: ReactNode;
}

/** An entry beside the chat: a few lines, whole when it is opened; opening counts as a view. */
export function EntryCard({ entry, act }: Props) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const whole = useReply(knowledge.getKnowledge, { entryId: entry.id }, { when: open });
  const words = wordsIn(whole.data?.live?.words ?? [], i18n.locale);
  const toggle = () => {
    if (!open) call(knowledge.viewKnowledge, { entryId: entry.id });
    setOpen(!open);
  };
  return (
    <article className={styles.entry}>
      <div className={styles.head}>
        <button type="button" aria-expanded={open} onClick={toggle}>
          {entry.title}
        </button>
        {act}
      </div>
      <small className={styles.facts}>
        {[
          entry.topic,
          entry.sends > 0 && t`sent ${entry.sends}`,
          entry.helped > 0 && t`helped ${entry.helped}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      <p className={styles.body}>{open && words ? words.body : entry.excerpt}</p>
      {open && entry.pictureUrl && <Picture url={entry.pictureUrl} size={160} />}
    </article>
  );
}
