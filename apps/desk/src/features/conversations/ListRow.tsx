import type { conversations } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { memo } from 'react';
import { Link } from 'wouter';
import { moment, wholeInstant } from '../../lib/format.ts';
import { Face } from '../../ui/Face.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ListRow.module.css';
import { Waiting } from './Waiting.tsx';
import { channelNames, lastLine, nameOf } from './words.ts';

type Conversation = conversations.Conversation;

interface Props {
  readonly conversation: Conversation;
  readonly href: string;
  readonly current: boolean;
  /** Seconds in which the shop promises an answer. */
  readonly promise: number;
  readonly colour: string | undefined;
  /** Name of the colleague who holds it, where that is news. */
  readonly holder?: string | undefined;
  /** That colleague is not here. */
  readonly away?: boolean;
  /** A promise to this buyer is nearly broken, or is. */
  readonly promised?: 'soon' | 'late' | undefined;
  readonly onLook: (conversationId: string) => void;
}

/** One buyer in the list. Rendered again only when something of it changed. */
export const ListRow = memo(function ListRow(props: Props) {
  const { conversation, href, current, promise, colour, holder, away, promised, onLook } = props;
  const { t, i18n } = useLingui();
  const name = nameOf(conversation, i18n);
  const channel = channelNames[conversation.channelKind];
  return (
    <Link
      href={href}
      className={styles.row}
      aria-current={current ? 'true' : undefined}
      data-conversation={conversation.id}
      onPointerEnter={() => onLook(conversation.id)}
    >
      <Face name={name} size={34} />
      <span className={styles.text}>
        <span className={styles.line}>
          <strong className={styles.name}>{name}</strong>
          {conversation.state === 'snoozed' && conversation.snoozedUntil ? (
            <span className={styles.at} title={wholeInstant(conversation.snoozedUntil)}>
              {t`until ${moment(conversation.snoozedUntil)}`}
            </span>
          ) : conversation.waitingSince ? (
            <Waiting since={conversation.waitingSince} promise={promise} />
          ) : (
            <time
              className={styles.at}
              dateTime={conversation.lastAt}
              title={wholeInstant(conversation.lastAt)}
            >
              {moment(conversation.lastAt)}
            </time>
          )}
        </span>
        <span className={styles.line}>
          <span className={styles.last}>{lastLine(conversation, i18n)}</span>
          {promised && (
            <span
              className={styles.promised}
              data-tone={promised}
              title={promised === 'late' ? t`A promise is broken` : t`A promise is due soon`}
            >
              <Icon name="clock" size={13} />
              <span className="unseen">
                {promised === 'late' ? t`A promise is broken` : t`A promise is due soon`}
              </span>
            </span>
          )}
          {conversation.unread > 0 && <Unread count={conversation.unread} />}
        </span>
        <span className={styles.place}>
          <i style={{ background: colour }} />
          <span>
            {conversation.shopName}
            {channel && ` · ${i18n._(channel)}`}
          </span>
          {holder && (
            <span className={styles.holder} data-away={away || undefined}>
              {away ? t`${holder}, offline` : holder}
            </span>
          )}
        </span>
      </span>
    </Link>
  );
});

const Unread = ({ count }: { count: number }) => (
  <span className={styles.unread}>
    <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
    <span className="unseen">
      <Plural value={count} one="# unread message" other="# unread messages" />
    </span>
  </span>
);
