import { care, type conversations, knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { EntryCard } from './EntryCard.tsx';
import styles from './KnowledgePanel.module.css';
import { useDiscussion } from './use-discussion.ts';
import { Why } from './Why.tsx';

const pause = 1_200;

/** Beside the chat: what there is to say about the product under discussion, or what a search finds. */
export default function KnowledgePanel({
  conversation,
}: {
  conversation: conversations.Conversation;
}) {
  const { t } = useLingui();
  const { id: conversationId, shopId, can } = conversation;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const discussion = useDiscussion(conversation);
  const product = discussion.data?.product ?? null;
  const searched = useSearch(q, shopId, product?.externalId ?? null);
  const send = useAct(care.sendKnowledgeCard);
  const may = can.includes('sendMessage');
  const items = q ? searched.data?.items : discussion.data?.items;
  return (
    <div className={styles.panel} role="tabpanel">
      <input
        type="search"
        className={styles.search}
        value={text}
        onChange={({ target }) => setText(target.value)}
        aria-label={t`Search knowledge`}
        placeholder={t`Words, questions or pinyin`}
      />
      {!q && product && (
        <div className={styles.product}>
          <Picture url={product.pictureUrl} size={32} />
          <span>
            <b>{product.title}</b>
            <Why why={discussion.data?.why ?? null} />
          </span>
        </div>
      )}
      <Refusal refusal={send.refusal ?? discussion.error ?? searched.error} onClose={send.reset} />
      {items?.map((entry) => (
        <EntryCard
          key={entry.id}
          entry={entry}
          act={
            <Button
              small
              disabled={!may || send.busy}
              onClick={() => void send.run({ conversationId, entryId: entry.id })}
              aria-label={t`Send ${entry.title}`}
            >
              <Trans>Send</Trans>
            </Button>
          }
        />
      ))}
      {items?.length === 0 && (
        <Nothing q={q} shopId={shopId} question={discussion.data?.question ?? ''} />
      )}
    </div>
  );
}

/** A search that finds nothing is kept as "to write" once the person has stopped typing. */
function useSearch(q: string, shopId: string, productExternalId: string | null) {
  const [final, setFinal] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setFinal(q), pause);
    return () => clearTimeout(timer);
  }, [q]);
  const input = { q, shopId, productExternalId, limit: 20 };
  return useReply(knowledge.searchKnowledge, final === q ? { ...input, final: true } : input, {
    when: q !== '',
    keepPrevious: true,
  });
}

function Nothing({ q, shopId, question }: { q: string; shopId: string; question: string }) {
  const { t } = useLingui();
  const mayWrite = useMay('knowledge.write');
  const asked = q || question;
  const href = `/library/knowledge/new?shop=${shopId}${asked ? `&title=${encodeURIComponent(asked.slice(0, 100))}` : ''}`;
  return (
    <Empty act={mayWrite && <Link href={href}>{t`Write an entry`}</Link>}>
      {q ? (
        <Trans>Nothing is written about this yet. It is now on the list of what to write.</Trans>
      ) : (
        <Trans>What there is to say about the product under discussion will stand here.</Trans>
      )}
    </Empty>
  );
}
