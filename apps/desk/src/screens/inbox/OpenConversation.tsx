import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConversationActs } from '../../features/conversations/acts.ts';
import { Company, OfflineNotice } from '../../features/conversations/Company.tsx';
import { Composer } from '../../features/conversations/Composer.tsx';
import { type DraftKind, draftOf, writeDraft } from '../../features/conversations/drafts.ts';
import { HandedBar } from '../../features/conversations/HandedBar.tsx';
import { Header } from '../../features/conversations/Header.tsx';
import { markRead } from '../../features/conversations/read.ts';
import { ThreadPane } from '../../features/conversations/ThreadPane.tsx';
import { useConversation } from '../../features/conversations/thread.ts';
import { nameOf } from '../../features/conversations/words.ts';
import { KnowledgeLine } from '../../features/knowledge/KnowledgeLine.tsx';
import { byMouse } from '../../lib/modality.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Announcer } from './Announcer.tsx';
import type { useInboxAddress } from './address.ts';
import { useConversationKeys } from './conversation-keys.ts';
import { useCounter } from './counter.ts';
import { type DialogName, Dialogs } from './Dialogs.tsx';
import styles from './InboxScreen.module.css';
import { useMentioned } from './mentioned.ts';
import { PromiseOffer } from './PromiseOffer.tsx';
import { onPromiseAsked } from './promise-asked.ts';
import { productsInTalk, promiseSeed } from './promise-seed.ts';
import { useRowContext } from './row-context.tsx';
import { ScriptButton, ScriptHelp } from './ScriptHelp.tsx';
import { Side } from './Side.tsx';

export type Inbox = ReturnType<typeof useInboxAddress>;

interface Props {
  readonly conversationId: string;
  readonly inbox: Inbox;
  /** The conversation was resolved or put aside: another one comes up. */
  readonly onGone: () => void;
}

/** Middle and right: the conversation and its buyer, from one answer. */
export function OpenConversation({ conversationId, inbox, onGone }: Props) {
  const counter = useCounter(conversationId);
  const conversation = useConversation(conversationId);
  if (counter.error && !counter.data) {
    return (
      <div className={styles.nobody}>
        {counter.error.code === 'conversation.not_found' ? (
          <Empty>
            <Trans>This conversation does not exist, or it is not yours to see.</Trans>
          </Empty>
        ) : (
          <Refusal refusal={counter.error}>
            <Button small onClick={() => void counter.refetch()}>
              <Trans>Try again</Trans>
            </Button>
          </Refusal>
        )}
      </div>
    );
  }
  if (!conversation || !counter.data) return <Ghost />;
  return (
    <>
      <Chat conversation={conversation} counter={counter} inbox={inbox} onGone={onGone} />
      <Side
        conversation={conversation}
        counter={counter.data}
        inbox={inbox}
        onChange={() => void counter.refetch()}
      />
    </>
  );
}

const Ghost = () => (
  <>
    <section className={styles.thread} aria-busy="true" />
    <aside className={styles.side} aria-busy="true" />
  </>
);

interface ChatProps extends Omit<Props, 'conversationId'> {
  readonly conversation: conversations.Conversation;
  readonly counter: ReturnType<typeof useCounter>;
}

function Chat({ conversation, counter, inbox, onGone }: ChatProps) {
  const { t, i18n } = useLingui();
  const self = useSelf();
  const { id } = conversation;
  const memberId = self.member.id;
  const name = nameOf(conversation, i18n);
  const field = useRef<HTMLTextAreaElement>(null);
  const [mode, setMode] = useState<DraftKind>(() =>
    draftOf(id, 'note') && !draftOf(id, 'reply') ? 'note' : 'reply',
  );
  const [dialog, setDialog] = useState<DialogName>();
  const [seen, setSeen] = useState(0);
  const focus = useCallback(() => field.current?.focus(), []);
  const acts = useConversationActs(conversation, memberId, {
    onTaken: () => {
      if (inbox.address.view === 'queue') inbox.open(id, 'mine');
      focus();
    },
    onGiven: (done) => {
      if (inbox.address.view === 'mine' && done.assigneeId !== memberId) onGone();
    },
    onGone: (done) => {
      setDialog(undefined);
      if (inbox.address.view !== 'resolved' && done.state !== 'open') onGone();
    },
  });
  const orders = counter.data?.orders.items ?? [];
  const mentioned = useMentioned(conversation);
  const context = useRowContext({ conversation, memberId, orders, mentioned, inbox });
  useConversationKeys({ acts, inbox, mode, setMode, focus, setDialog, conversation });

  const onSeen = useCallback(
    (seq: number) => {
      setSeen(seq);
      markRead(conversation, seq, memberId);
    },
    [conversation, memberId],
  );
  useEffect(() => onPromiseAsked((asked) => asked === id && setDialog('promise')), [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form is opened
  const promiseStart = useMemo(
    () => ({
      timezone: self.shops.find((shop) => shop.id === conversation.shopId)?.timezone ?? 'UTC',
      seed: promiseSeed(id, memberId),
      products: productsInTalk(id, counter.data),
    }),
    [dialog, id],
  );
  useEffect(() => {
    if (byMouse()) focus();
  }, [focus]);
  return (
    <section className={styles.thread} aria-label={t`Conversation with ${name}`}>
      <Header
        conversation={conversation}
        acts={acts}
        colour={self.shops.find((shop) => shop.id === conversation.shopId)?.colour}
        memberId={memberId}
        onTransfer={() => setDialog('transfer')}
        onSnooze={() => setDialog('snooze')}
        before={
          <span className={styles.onlyPhone}>
            <IconButton name={t`Back to the list`} onClick={() => inbox.open(undefined)}>
              <Icon name="back" />
            </IconButton>
          </span>
        }
        after={
          <span className={styles.onlyNarrow}>
            <IconButton name={t`Buyer and orders`} hint="o" onClick={() => inbox.side('orders')}>
              <Icon name="orders" />
            </IconButton>
          </span>
        }
      />
      <HandedBar conversation={conversation} memberId={memberId} acts={acts} />
      <OfflineNotice />
      <ThreadPane
        conversation={conversation}
        context={context}
        onSeen={onSeen}
        asked={inbox.address.message}
        onNewest={inbox.newest}
        onEdit={(text) => {
          writeDraft(id, mode, [draftOf(id, mode), text].filter(Boolean).join('\n'));
          focus();
        }}
      />
      <KnowledgeLine conversation={conversation} onMore={() => inbox.side('knowledge')} />
      <PromiseOffer
        conversation={conversation}
        memberId={memberId}
        onMake={() => setDialog('promise')}
      />
      <Company conversationId={id} memberId={memberId} buyerName={name} />
      <Composer
        conversation={conversation}
        mode={mode}
        onMode={(next) => {
          setMode(next);
          focus();
        }}
        seen={seen}
        field={field}
        onLeave={() => field.current?.blur()}
        help={(pen) => (
          <ScriptHelp
            pen={pen}
            conversation={conversation}
            counter={counter.data}
            inbox={inbox}
            seen={seen}
          />
        )}
      >
        <ScriptButton conversationId={id} />
        <IconButton name={t`Send a product`} hint="s" onClick={() => inbox.side('products')}>
          <Icon name="products" />
        </IconButton>
      </Composer>
      <Dialogs
        name={dialog}
        conversation={conversation}
        acts={acts}
        promise={dialog === 'promise' ? promiseStart : undefined}
        onClose={() => setDialog(undefined)}
      />
      <Announcer conversationId={id} buyerName={name} />
    </section>
  );
}
