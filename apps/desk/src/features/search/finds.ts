import type { workbench } from '@guitai/contract';
import type { Kind } from './search.words.ts';

/** One thing found: what it is called, what tells it from others, where it is. */
export interface Find {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly more: string;
  readonly marks: readonly (readonly number[])[];
  readonly at: string | null;
  readonly href: string;
}

const plain = { marks: [], at: null } as const;

/** Everything that was found as rows of one list, kind by kind. */
export function findsOf(found: workbench.EverythingShape): Find[] {
  const finds: Find[] = [];
  for (const { id, name, phone } of found.buyers)
    finds.push({
      ...plain,
      id,
      kind: 'buyers',
      name: name || '·',
      more: phone ?? '',
      href: `/buyers/${id}`,
    });
  for (const { id, buyerName, shopName, lastText, lastAt } of found.conversations)
    finds.push({
      ...plain,
      id,
      kind: 'conversations',
      name: buyerName || shopName,
      more: lastText,
      at: lastAt,
      href: `/inbox/all/${id}`,
    });
  for (const one of found.messages)
    finds.push({
      id: one.messageId,
      kind: 'messages',
      name: one.snippet,
      more: [one.author.name, one.buyerName, one.shopName]
        .filter((word, n, all) => word && all.indexOf(word) === n)
        .join(' · '),
      marks: one.marks,
      at: one.at,
      href: `/inbox/all/${one.conversationId}?message=${one.seq}`,
    });
  for (const { id, number, firstTitle, buyerName } of found.orders)
    finds.push({
      ...plain,
      id,
      kind: 'orders',
      name: `#${number}`,
      more: [firstTitle, buyerName].filter(Boolean).join(' · '),
      href: `/orders/${id}`,
    });
  for (const { id, title, sku } of found.products)
    finds.push({ ...plain, id, kind: 'products', name: title, more: sku, href: `/products/${id}` });
  for (const { id, title, excerpt } of found.knowledge)
    finds.push({
      ...plain,
      id,
      kind: 'knowledge',
      name: title,
      more: excerpt,
      href: `/library/knowledge/${id}`,
    });
  for (const { id, title, text } of found.scripts)
    finds.push({
      ...plain,
      id,
      kind: 'scripts',
      name: title,
      more: text,
      href: `/library/scripts/${id}`,
    });
  return finds;
}
