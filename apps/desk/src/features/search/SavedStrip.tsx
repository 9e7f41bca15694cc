import type { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Icon } from '../../ui/Icon.tsx';
import styles from './SavedViews.module.css';
import { shortCount } from './saved.ts';

interface Props {
  readonly views: readonly conversations.SavedViewShape[];
  readonly current: string | undefined;
  /** Where a view leads; without one: where none is chosen. */
  readonly hrefOf: (view: conversations.SavedViewShape | undefined) => string;
}

/** Saved views above a list: one click narrows it, a second one widens it again. */
export function SavedStrip({ views, current, hrefOf }: Props) {
  const { t } = useLingui();
  return (
    <nav className={styles.strip} aria-label={t`Saved views`}>
      {views.map((view) => {
        const chosen = view.id === current;
        return (
          <Link
            key={view.id}
            href={hrefOf(chosen ? undefined : view)}
            className={styles.chip}
            aria-current={chosen ? 'page' : undefined}
          >
            <span>{view.name}</span> <small>{shortCount(view.count)}</small>
            {chosen && <Icon name="close" size={12} />}
          </Link>
        );
      })}
      <Link
        href="/search?kind=conversations"
        className={styles.chip}
        title={t`Filter and keep a view`}
      >
        <Icon name="plus" size={12} />
        <span className="unseen">{t`Filter and keep a view`}</span>
      </Link>
    </nav>
  );
}
