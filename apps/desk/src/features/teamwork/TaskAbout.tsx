import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { numbered } from '../../lib/format.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import type { Detail } from './TaskSheet.tsx';
import styles from './teamwork.module.css';
import { subjectWords } from './teamwork.words.ts';

const ways: Readonly<Record<string, { icon: IconName; path: (id: string) => string }>> = {
  buyer: { icon: 'me', path: (id) => `/buyers/${id}` },
  order: { icon: 'orders', path: (id) => `/orders/${id}` },
  conversation: { icon: 'chats', path: (id) => `/inbox/all/${id}` },
  case: { icon: 'undo', path: (id) => `/aftersales/${id}` },
};

/** What the task is about, as far as the reader may see it; each leads there. */
export function TaskAbout({ about }: { about: Detail['about'] }) {
  const { i18n } = useLingui();
  if (about.length === 0) return null;
  return (
    <ul className={styles.about}>
      {about.map(({ kind, id, label }) => {
        const way = ways[kind];
        const word = subjectWords[kind];
        return (
          way && (
            <li key={kind}>
              <Link href={way.path(id)}>
                <Icon name={way.icon} size={15} />
                <small>{word && i18n._(word)}</small>
                <bdi>{kind === 'order' ? numbered(label) : label}</bdi>
              </Link>
            </li>
          )
        );
      })}
    </ul>
  );
}
