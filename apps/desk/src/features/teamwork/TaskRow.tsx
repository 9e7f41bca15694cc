import type { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSelf } from '../../lib/session.tsx';
import { Face } from '../../ui/Face.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Word } from '../../ui/Word.tsx';
import { Due } from './Due.tsx';
import styles from './teamwork.module.css';
import { stateTones, stateWords } from './teamwork.words.ts';

/** Height of a row in pixels. */
export const taskRowHeight = 60;

/** A task in a list: what, until when, with whom. */
export function TaskRow({ task, before }: { task: teamwork.TaskShape; before?: ReactNode }) {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const shop = shops.length > 1 ? shops.find(({ id }) => id === task.shopId) : undefined;
  return (
    <div className={styles.row}>
      {before}
      <div className={styles.what}>
        <span className={styles.title}>
          {task.priority === 'high' && (
            <em title={t({ message: 'High priority', context: 'task' })}>!</em>
          )}
          {task.title}
        </span>
        <small>
          <Due task={task} />
          {task.itemsAll > 0 && (
            <span>
              <Icon name="check" size={12} /> {task.itemsDone}/{task.itemsAll}
            </span>
          )}
          {task.comments > 0 && (
            <span>
              <Icon name="chats" size={12} /> {task.comments}
            </span>
          )}
          {shop && <span>{shop.name}</span>}
        </small>
      </div>
      <span className={styles.people}>
        {task.assignees.slice(0, 3).map(({ id, name, active }) => (
          <span key={id} title={name} data-gone={!active || undefined}>
            <Face name={name} size={24} />
          </span>
        ))}
        {task.assignees.length === 0 && (
          <small>{t({ message: 'Nobody yet', context: 'task' })}</small>
        )}
      </span>
      <Word tone={stateTones[task.state]}>{i18n._(stateWords[task.state])}</Word>
    </div>
  );
}
