import { care, catalog, type conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { ProductRow } from '../../features/catalog/ProductRow.tsx';
import { soon } from '../../lib/ahead.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ProductsPanel.module.css';

const WishMenu = soon(() => import('../../features/followups/WishMenu.tsx'));

/** Every product of the shop by Chinese words, pinyin or SKU; one click sends the card. */
export function ProductsPanel({ conversation }: { conversation: conversations.Conversation }) {
  const { t } = useLingui();
  const { id: conversationId, shopId, buyerId, can } = conversation;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useReply(
    catalog.searchProducts,
    { shopId, buyerId, limit: 30, ...(q ? { q } : {}) },
    { keepPrevious: true },
  );
  useFresh(['product.'], [catalog.searchProducts]);
  const send = useAct(care.sendProductCard);
  const may = can.includes('sendProductCard') || can.includes('sendMessage');
  const items = found.data?.items;
  const first = found.isPlaceholderData || q !== text.trim() ? undefined : items?.[0];
  const [wished, setWished] = useState(false);
  const sendFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !may || !text.trim()) return;
    event.preventDefault();
    setWished(true);
  };
  // Enter may come before the answer: what is sent is the first of what was typed, not of what stood there before.
  useEffect(() => {
    if (!wished || !first) return;
    setWished(false);
    void send.run({ conversationId, productId: first.id });
  }, [wished, first, send, conversationId]);
  return (
    <div className={styles.panel} role="tabpanel">
      <input
        type="search"
        className={styles.search}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setWished(false);
        }}
        onKeyDown={sendFirst}
        aria-label={t`Search products`}
        placeholder={t`Words, pinyin or SKU; Enter sends the first`}
      />
      <Refusal refusal={send.refusal ?? found.error} onClose={send.reset} />
      <ul className={styles.list}>
        {items?.map((product) => (
          <li key={product.id}>
            <ProductRow product={product} />
            <Button
              small
              className={styles.send}
              disabled={!may || send.busy}
              onClick={() => void send.run({ conversationId, productId: product.id })}
              aria-label={t`Send ${product.title}`}
            >
              <Trans>Send</Trans>
            </Button>
            <Suspense fallback={<span />}>
              <WishMenu
                conversationId={conversationId}
                productId={product.id}
                title={product.title}
              />
            </Suspense>
          </li>
        ))}
      </ul>
      {items?.length === 0 && (
        <Empty>
          {q ? (
            <Trans>No product is found by these words.</Trans>
          ) : (
            <Trans>Products of this shop will stand here.</Trans>
          )}
        </Empty>
      )}
    </div>
  );
}
