import '../../features/conversations/followers.ts';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useParams } from 'wouter';
import { useHeld } from '../../features/conversations/held.ts';
import { ListPane } from '../../features/conversations/ListPane.tsx';
import { useCounts, useList } from '../../features/conversations/list.ts';
import { Stranded } from '../../features/conversations/Stranded.tsx';
import { useConversation } from '../../features/conversations/thread.ts';
import { liveViewing } from '../../lib/live.ts';
import { useSelf } from '../../lib/session.tsx';
import { useTitle } from '../../lib/title.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useInboxAddress } from './address.ts';
import { lookAhead, watchCounters } from './counter.ts';
import styles from './InboxScreen.module.css';
import { useNeighbours } from './neighbours.ts';
import { OpenConversation } from './OpenConversation.tsx';
import { usePromised } from './promised.ts';
import { listFilterOf, SavedFilter, useSaved } from './SavedFilter.tsx';
import { ShopFilter } from './ShopFilter.tsx';
import { useStart } from './start.ts';

/** The desk: who waits, what they say, what they bought. */
export default function InboxScreen() {
  const { t } = useLingui();
  const params = useParams<{ view?: string; conversationId?: string }>();
  const inbox = useInboxAddress(params);
  const { address, hrefOf, open, shop } = inbox;
  const { view, conversationId, shopId } = address;
  const saved = useSaved(inbox);
  const list = useList(listFilterOf(address, saved));
  const { grants, member } = useSelf();
  const reaches =
    grants['conversations.assign'] === 'all' || grants['conversations.assign'] === 'shop';
  const everyone = useList({ view: 'all', shopId, waits: !reaches || view !== 'queue' });
  const counts = useCounts();
  const known = useConversation(conversationId ?? '');
  const { id: memberId } = member;
  const items = useHeld({
    items: list.data?.items,
    view,
    current: conversationId,
    known,
    memberId,
  });
  const neighbours = useNeighbours(items, conversationId, open);
  useStart(params.view, inbox, counts);
  const queued = counts?.queue ?? 0;
  useTitle(queued > 0 ? t`(${queued}) Chats` : t({ message: 'Chats', context: 'title' }));
  useEffect(watchCounters, []);
  useEffect(() => {
    liveViewing(conversationId ?? null);
  }, [conversationId]);
  useEffect(() => () => liveViewing(null), []);
  const pane = conversationId ? (address.sideOpen ? 'side' : 'thread') : 'list';
  const promised = usePromised();
  return (
    <div className={styles.inbox} data-pane={pane} data-whole-phone={pane !== 'list'}>
      <h1 className="unseen">{t({ message: 'Chats', context: 'title' })}</h1>
      <ListPane
        view={view}
        list={list}
        items={items}
        current={conversationId}
        hrefOf={hrefOf}
        onLook={lookAhead}
        shopFilter={
          <>
            <SavedFilter inbox={inbox} saved={saved} />
            <ShopFilter shopId={shopId} onChange={shop} />
          </>
        }
        before={
          reaches &&
          (view === 'queue' || view === 'all') && (
            <Stranded
              items={everyone.data?.items ?? []}
              keyed={conversationId === undefined}
              onTaken={(id) => open(id, 'mine')}
            />
          )
        }
        promised={promised}
      />
      {conversationId ? (
        <OpenConversation
          key={conversationId}
          conversationId={conversationId}
          inbox={inbox}
          onGone={neighbours.leave}
        />
      ) : (
        <div className={styles.nobody}>
          <Empty
            act={
              items?.[0] && (
                <Button look="main" hint="j" onClick={() => open(items[0]?.id)}>
                  {t`Open the first`}
                </Button>
              )
            }
          >
            {t`Nobody is open. The list is sorted by who has waited longest.`}
          </Empty>
        </div>
      )}
    </div>
  );
}
