import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { VList, type VListHandle } from 'virtua';
import { Link } from 'wouter';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ListPane.module.css';
import { ListRow } from './ListRow.tsx';
import type { useList } from './list.ts';
import { useCounts } from './list.ts';
import { useColleagues } from './members.ts';
import { usePromises } from './promise.ts';
import { type View, views } from './views.rules.ts';
import { viewNames } from './words.ts';

type Conversation = conversations.Conversation;

interface Props {
  readonly view: View;
  readonly list: ReturnType<typeof useList>;
  /** Rows as they are to be shown. */
  readonly items: readonly Conversation[] | undefined;
  readonly current: string | undefined;
  readonly hrefOf: (view: View, conversationId?: string) => string;
  /** A person is about to open this one. */
  readonly onLook: (conversationId: string) => void;
  readonly shopFilter: React.ReactNode;
  /** Above the rows: who needs somebody although it is not in this view. */
  readonly before?: React.ReactNode;
  /** Conversations in which a promise is nearly or already broken. */
  readonly promised?: ReadonlyMap<string, 'soon' | 'late'>;
}

/** The buyers of one view, in the order in which they need somebody. */
export function ListPane({
  view,
  list,
  items,
  current,
  hrefOf,
  onLook,
  shopFilter,
  before,
  promised,
}: Props) {
  const { t } = useLingui();
  return (
    <section className={styles.pane} aria-label={t`Conversations`}>
      <Views view={view} hrefOf={hrefOf} />
      {shopFilter}
      {before}
      {list.error && (
        <Refusal refusal={list.error as never}>
          <Button small onClick={() => void list.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        </Refusal>
      )}
      {items && items.length === 0 && <NothingHere view={view} hrefOf={hrefOf} />}
      {!items && !list.error && <Ghosts />}
      {items && items.length > 0 && (
        <Rows
          items={items}
          view={view}
          current={current}
          hrefOf={hrefOf}
          onLook={onLook}
          promised={promised}
          onEnd={list.more}
        />
      )}
    </section>
  );
}

function Views({ view, hrefOf }: Pick<Props, 'view' | 'hrefOf'>) {
  const { t, i18n } = useLingui();
  const counts = useCounts();
  return (
    <nav className={styles.views} aria-label={t`Views`}>
      {views.map((one) => (
        <Link
          key={one}
          href={hrefOf(one)}
          className={styles.view}
          aria-current={one === view ? 'page' : undefined}
        >
          {i18n._(viewNames[one])}
          {counts && one !== 'resolved' && counts[one] > 0 && (
            <b data-view={one}>{shortCount(counts[one])}</b>
          )}
        </Link>
      ))}
    </nav>
  );
}

const shortCount = (value: number): string => (value > 999 ? '999+' : String(value));

interface RowsProps extends Pick<Props, 'view' | 'current' | 'hrefOf' | 'onLook'> {
  readonly items: readonly Conversation[];
  readonly promised: Props['promised'] | undefined;
  readonly onEnd: () => Promise<void>;
}

function Rows({ items, view, current, hrefOf, onLook, promised, onEnd }: RowsProps) {
  const self = useSelf();
  const promiseOf = usePromises();
  const colleagues = useColleagues();
  const list = useRef<VListHandle>(null);
  const colours = useMemo(
    () => new Map(self.shops.map(({ id, colour }) => [id, colour])),
    [self.shops],
  );
  const holderOf = ({ assigneeId }: Conversation) => colleagues.get(assigneeId ?? '');
  const showHolder = view !== 'mine' && view !== 'queue';
  const at = items.findIndex(({ id }) => id === current);
  useEffect(() => {
    if (at >= 0) list.current?.scrollToIndex(at, { align: 'nearest' });
  }, [at]);
  const onScroll = useCallback(() => {
    const view = list.current;
    if (view && view.scrollOffset + view.viewportSize > view.scrollSize - 4000) void onEnd();
  }, [onEnd]);
  return (
    <VList
      ref={list}
      className={styles.rows}
      data={items}
      itemSize={78}
      bufferSize={400}
      onScroll={onScroll}
    >
      {(one) => (
        <ListRow
          key={one.id}
          conversation={one}
          href={hrefOf(view, one.id)}
          current={one.id === current}
          promise={promiseOf(one.shopId)}
          colour={colours.get(one.shopId)}
          holder={showHolder ? holderOf(one)?.name : undefined}
          away={one.assigneeId !== self.member.id && holderOf(one)?.status === 'offline'}
          promised={promised?.get(one.id)}
          onLook={onLook}
        />
      )}
    </VList>
  );
}

const Ghosts = () => (
  <div className={styles.ghosts} aria-hidden="true">
    {[1, 2, 3, 4, 5, 6].map((one) => (
      <i key={one} />
    ))}
  </div>
);

function NothingHere({ view, hrefOf }: Pick<Props, 'view' | 'hrefOf'>) {
  switch (view) {
    case 'queue':
      return (
        <Empty
          act={
            <Link href={hrefOf('all')}>
              <Trans>Look at all open chats</Trans>
            </Link>
          }
        >
          <Trans>
            Nobody waits in the queue. New buyers appear here until somebody takes them.
          </Trans>
        </Empty>
      );
    case 'mine':
      return (
        <Empty
          act={
            <Link href={hrefOf('queue')}>
              <Trans>To the queue</Trans>
            </Link>
          }
        >
          <Trans>You serve nobody at the moment. Take a buyer from the queue.</Trans>
        </Empty>
      );
    case 'snoozed':
      return (
        <Empty>
          <Trans>What you snooze with Z waits here until its time.</Trans>
        </Empty>
      );
    case 'resolved':
      return (
        <Empty>
          <Trans>Resolved conversations are kept here.</Trans>
        </Empty>
      );
    case 'all':
      return (
        <Empty>
          <Trans>No conversation is open. As soon as a buyer writes, it appears here.</Trans>
        </Empty>
      );
  }
}
