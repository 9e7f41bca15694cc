import type { Tx } from '../../kernel/tx.ts';
import { buyersByAccount } from '../buyers/index.ts';
import { knownFacts, writeFacts } from './fact.store.ts';
import { writeMethods } from './method.store.ts';
import type { MethodRecord, Mirrored, OrderFactRecord } from './mirror.records.ts';

/** Brings the means of payment of a batch of buyers up to the source; methods of buyers nobody knows are left out. */
export async function mirrorMethods(
  tx: Tx,
  shopId: string,
  methods: readonly MethodRecord[],
): Promise<void> {
  const buyers = await buyersByAccount(
    tx,
    shopId,
    methods.map((method) => method.buyerExternalId),
  );
  await writeMethods(
    tx,
    shopId,
    methods.flatMap((method) => {
      const buyerId = buyers.get(method.buyerExternalId);
      return buyerId === undefined ? [] : [{ ...method, buyerId }];
    }),
  );
}

/** Keeps facts about orders by the shop's own order id, also of orders that are not here (yet). */
export async function mirrorOrderFacts(
  tx: Tx,
  shopId: string,
  facts: readonly OrderFactRecord[],
): Promise<Mirrored[]> {
  const known = await knownFacts(tx, shopId, facts);
  await writeFacts(tx, shopId, facts);
  return facts.map(({ orderExternalId, topic, hash }): Mirrored => {
    const was = known.get(`${orderExternalId} ${topic}`);
    return was === undefined ? 'created' : was === hash.toString('hex') ? 'unchanged' : 'changed';
  });
}
