import { followups as contract, conversations, outreach } from '@guitai/contract';
import type { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { system } from '../src/kernel/actor.ts';
import { clock } from '../src/kernel/clock.ts';
import { newId } from '../src/kernel/ids.ts';
import { startReactions } from '../src/kernel/reactions.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { mirrorProducts } from '../src/modules/catalog/index.ts';
import { recheckFollowups } from '../src/modules/followups/index.ts';
import { payOrder, placeOrder } from '../src/modules/orders/index.ts';
import { decideDue } from '../src/modules/outreach/index.ts';
import { type AtCounter, atCounter, type Visitor } from './counter.ts';
import type { Browser } from './office.ts';
import { digest } from './outreach.ts';
import { productRecord, variantRecord } from './records.ts';

/** Somebody who wrote to the shop and was answered. */
export interface Asker {
  readonly chat: Visitor;
  readonly conversation: string;
  readonly buyer: string;
}

/** A counter whose follow-ups are heard, filled and sent when a test says so. */
export interface Followed extends AtCounter {
  readonly agent: Browser;
  readonly lead: Browser;
  /** Lets everything that follows the log catch up. */
  heard(): Promise<void>;
  /** The same, and sends what is due. */
  sent(): Promise<void>;
  /** Moves the clock on; no hour is quiet in the shop. */
  later(hours: number): void;
  asks(identity?: string): Promise<Asker>;
  says(to: Asker, text?: string): Promise<void>;
  buys(who: string, options?: { paid?: boolean }): Promise<string>;
  stocked(stock: number, priceMinor?: number): Promise<void>;
  list(query?: object): Promise<readonly contract.FollowupShape[]>;
  rows<R>(query: ReturnType<typeof sql>): Promise<R[]>;
}

export async function followed(stock = 1_000): Promise<Followed> {
  const real = clock.now;
  onTestFinished(() => {
    clock.now = real;
  });
  const w = await atCounter(stock);
  let ahead = 0;
  clock.now = () => real() + ahead;
  const making = system(w.team, 'test');
  const reactions = w.modules
    .filter(({ name }) => ['insight', 'followups', 'outreach'].includes(name))
    .flatMap((module) => module.reactions);
  const running = startReactions(w.db, reactions, undefined, w.team);
  onTestFinished(() => running.stop());
  const agent = await w.as('林小满');
  const lead = await w.as('周启明');
  await lead.call(outreach.updateOutreachSettings, {
    ...{ shopId: w.shop, quietHours: null, servicePerDay: 1_000, servicePerWeek: 1_000 },
    ...{ marketingPerDay: 1_000, marketingPerWeek: 1_000 },
  });
  const rows: Followed['rows'] = (query) => w.db.read(making, (tx) => run(tx, query));
  const says: Followed['says'] = async ({ conversation: conversationId }, text = '在的') => {
    const clientKey = newId();
    await agent.call(conversations.sendMessage, { conversationId, text, clientKey });
  };
  return {
    ...w,
    ...{ agent, lead, rows, says },
    heard: () => running.settled(),
    async sent() {
      await running.settled();
      const rechecks = { followups: recheckFollowups };
      while (true) {
        const round = await decideDue(w.db, w.team, rechecks, 200, digest());
        if (round !== 'taken' && round.done === 0) break;
      }
      await running.settled();
    },
    later(hours) {
      ahead += hours * 3_600_000;
    },
    async asks(identity) {
      const { chat, conversation } = await w.newcomer(identity);
      await agent.call(conversations.takeConversation, { conversationId: conversation });
      const at = { conversationId: conversation };
      const { buyerId } = await agent.call(conversations.getConversation, at);
      const asker = { chat, conversation, buyer: buyerId };
      await says(asker);
      return asker;
    },
    async buys(buyerId, { paid = true } = {}) {
      const items = [{ variantId: w.variant, quantity: 1 }];
      const cart = { shopId: w.shop, buyerId, items, address: null, note: '' };
      const placed = await w.doing((tx) => placeOrder(making, tx, cart));
      if (isRefusal(placed)) throw new Error(placed.code);
      if (paid) await w.doing((tx) => payWhole(tx, placed.orderId));
      return placed.orderId;
    },
    async stocked(pieces, priceMinor = 11_700) {
      const record = plate(pieces, priceMinor);
      await w.doing((tx) => mirrorProducts(making, tx, w.shop, [record]));
    },
    list: async (query = {}) =>
      (await lead.call(contract.listFollowups, { limit: 200, ...query })).items,
  };
}

const payWhole = (tx: Tx, orderId: string) =>
  payOrder(system(tx.team ?? '', 'test'), tx, { orderId, kind: 'sandbox', reference: newId() });

const plate = (stock: number, priceMinor: number) =>
  productRecord({
    externalId: 'plate',
    title: '竹制餐盘',
    attributes: { category: '餐具' },
    variants: [
      variantRecord({ externalId: 'QZ-PL-28', options: { 尺寸: '28 cm' }, priceMinor, stock }),
    ],
  });
