import type { conversations } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef } from 'react';
import { Virtualizer } from 'virtua';
import { dayName } from '../../lib/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { MessageRow, type RowContext } from './MessageRow.tsx';
import { OutgoingRow } from './OutgoingRow.tsx';
import { settle, useOutgoing } from './outgoing.ts';
import { useThreadAt } from './past.ts';
import { type Row, rowsOf } from './rows.rules.ts';
import styles from './ThreadPane.module.css';
import { useSeen, useThreadScroll } from './thread-scroll.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly context: RowContext;
  readonly onEdit: (text: string) => void;
  /** The newest message is on screen. */
  readonly onSeen: (seq: number) => void;
  /** Number of the message one was led to. */
  readonly asked: number | undefined;
  /** Leaves the place one was led to for the newest messages. */
  readonly onNewest: () => void;
}

/** The messages, newest at the bottom; older ones come as one scrolls up; the place is kept. */
export function ThreadPane({ conversation, context, onEdit, onSeen, asked, onNewest }: Props) {
  const { id, buyerReadSeq } = conversation;
  const { thread, away, older, newer } = useThreadAt(id, asked);
  const outgoing = useOutgoing(id);
  const messages = thread?.messages;
  const rows = useMemo(
    () => rowsOf(messages ?? [], away ? [] : outgoing),
    [messages, outgoing, away],
  );
  const lastSeq = messages?.at(-1)?.seq ?? 0;
  useEffect(() => settle(id, lastSeq), [id, lastSeq]);
  const lastSent = outgoing.at(-1)?.key;
  if (!thread) return <div className={styles.frame} aria-busy="true" />;
  return (
    <Scroller
      key={`${id} ${asked ?? ''}`}
      id={id}
      asked={asked}
      away={away}
      rows={rows}
      lastSeq={lastSeq}
      lastSent={lastSent}
      onOlder={older}
      onNewer={newer}
      onNewest={onNewest}
      onSeen={onSeen}
    >
      {(row) =>
        row.kind === 'outgoing' ? (
          <OutgoingRow key={row.key} one={row.one} onEdit={onEdit} />
        ) : (
          <div
            key={row.key}
            className={row.message.seq === asked ? styles.asked : undefined}
            data-asked={row.message.seq === asked || undefined}
          >
            {row.day && <Day at={row.message.at} />}
            <MessageRow
              message={row.message}
              joined={row.joined}
              seen={row.message.seq <= buyerReadSeq}
              context={context}
            />
          </div>
        )
      }
    </Scroller>
  );
}

const Day = ({ at }: { at: string }) => (
  <div className={styles.day}>
    <span>{dayName(at)}</span>
  </div>
);

interface ScrollerProps {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly lastSeq: number;
  /** Key of what was sent last from here; sending leads to the end. */
  readonly lastSent: string | undefined;
  readonly children: (row: Row) => React.ReactElement;
  readonly onOlder: () => Promise<void>;
  readonly onNewer: () => Promise<void>;
  readonly onNewest: () => void;
  readonly asked: number | undefined;
  readonly away: boolean;
  readonly onSeen: (seq: number) => void;
}

function Scroller({ lastSeq, children, onSeen, ...place }: ScrollerProps) {
  const { t } = useLingui();
  const box = useRef<HTMLElement>(null);
  const { handle, cache, shift, atEnd, toEnd, onScroll, onResize } = useThreadScroll(place);
  const fresh = useSeen(lastSeq, atEnd, onSeen);
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={box} className={styles.scroll} tabIndex={0} aria-label={t`Messages`}>
        <div className={styles.spacer} />
        <Virtualizer
          ref={handle}
          scrollRef={box}
          data={place.rows}
          shift={shift}
          bufferSize={600}
          onScroll={onScroll}
          onResize={onResize}
          {...(cache ? { cache } : {})}
        >
          {children}
        </Virtualizer>
        <div className={styles.end} />
      </section>
      {!atEnd && (
        <button type="button" className={styles.toEnd} onClick={toEnd}>
          <Icon name="down" size={14} />
          {fresh > 0 ? (
            <Plural value={fresh} one="# new message" other="# new messages" />
          ) : (
            <Trans>To the newest</Trans>
          )}
        </button>
      )}
    </div>
  );
}
