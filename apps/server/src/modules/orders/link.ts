import type { TeamActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { variantsByExternal } from '../catalog/index.ts';
import { ordersMirrored } from './events.ts';
import {
  type Link,
  type LooseLine,
  readLooseLines,
  readUnmoved,
  writeLinks,
} from './link.store.ts';

const stretch = 500;

async function linkStretch(
  actor: TeamActor,
  tx: Tx,
  shopId: string,
  lines: readonly LooseLine[],
): Promise<void> {
  const variants = await variantsByExternal(
    tx,
    shopId,
    lines.map((line) => line.product),
  );
  const linked = lines.flatMap((line): (Link & { orderId: string })[] => {
    const variant = variants.get(`${line.product}/${line.variant}`);
    return variant ? [{ ...variant, id: line.id, orderId: line.orderId }] : [];
  });
  if (linked.length === 0) return;
  await writeLinks(tx, linked);
  const orders = await readUnmoved(
    tx,
    linked.map((line) => line.orderId),
  );
  const data = { shopId, orders };
  emit(tx, ordersMirrored, { subject: shopId, reach: { shop: shopId }, actor, data });
}

/**
 * Lines that came in before their products find them; run after products came in. It goes through the loose lines stretch by
 * stretch, each in a transaction of its own, so that a large shop holds up nobody.
 */
export async function linkLines(db: Db, actor: TeamActor, shopId: string): Promise<void> {
  for (let after: string | null = null; ; ) {
    const lines: LooseLine[] = await db.write(actor, async (tx) => {
      const found = await readLooseLines(tx, shopId, after, stretch);
      if (found.length > 0) await linkStretch(actor, tx, shopId, found);
      return found;
    });
    after = lines.at(-1)?.id ?? null;
    if (lines.length < stretch) return;
  }
}
