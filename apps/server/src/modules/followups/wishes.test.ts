import { channels, followups as contract, conversations } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { type Asker, type Followed, followed } from '../../../test/followed.ts';
import { codeOf } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { tellWishes } from './wish.tell.ts';

const wish = (w: Followed, who: Asker, more: object = { kind: 'back' }) =>
  w.agent.call(contract.makeWish, {
    ...{ conversationId: who.conversation, variantId: w.variant, kind: 'back', ...more },
  });
const told = async ({ chat }: Pick<Asker, 'chat'>) =>
  (await chat.call(channels.getChat)).messages.filter(({ card }) => card?.type === 'info');
const counts = (_w: Followed, who: readonly Asker[]) =>
  Promise.all(who.map(async (one) => (await told(one)).length));

async function waiting(people: number): Promise<{ w: Followed; who: Asker[] }> {
  const w = await followed();
  await w.stocked(0);
  await w.heard();
  const who: Asker[] = [];
  for (let n = 0; n < people; n += 1) who.push(await w.asks());
  for (const one of who) await wish(w, one);
  return { w, who };
}

describe('A20 tell me when it is back', () => {
  it('is noted once, refused where it is there, and taken back', async () => {
    const { w, who } = await waiting(1);
    const [one] = who as [Asker];
    const { items } = await wish(w, one);
    expect(items[0]?.back).not.toBeNull();
    expect(await w.list({ tab: 'wishes' })).toHaveLength(1);
    const back = { conversationId: one.conversation, followupId: items[0]?.back ?? '' };
    expect((await w.agent.call(contract.withdrawWish, back)).items[0]?.back).toBeNull();
    await w.stocked(9);
    expect(await codeOf(wish(w, one))).toBe('followup.wish_holds');
    expect(await codeOf(wish(w, one, { kind: 'cheaper', belowMinor: 12_000 }))).toBe(
      'followup.wish_holds',
    );
  });

  it('tells as many as the pieces allow, in the order of the wishes, each once however often it is heard', async () => {
    const { w, who } = await waiting(5);
    await w.stocked(1);
    await w.sent();
    const actor = system(w.team, 'test');
    await Promise.all([
      w.db.write(actor, (tx) => tellWishes(actor, tx, [w.product])),
      w.db.write(actor, (tx) => tellWishes(actor, tx, [w.product])),
    ]);
    await w.sent();
    expect(await counts(w, who)).toEqual([1, 1, 1, 0, 0]);
    const [card] = await told(who[0] as Asker);
    expect(card?.card).toMatchObject({ kind: 'restock', params: { priceMinor: 11_700 } });
    w.later(25);
    await w.db.write(actor, (tx) => tellWishes(actor, tx, [w.product]));
    await w.sent();
    expect(await counts(w, who)).toEqual([1, 1, 1, 1, 1]);
    await w.stocked(0);
    await w.stocked(50);
    await w.sent();
    expect(await counts(w, who)).toEqual([1, 1, 1, 1, 1]);
  });

  it('at the moment of sending the goods must still be there; who was not told waits on', async () => {
    const { w, who } = await waiting(1);
    await w.stocked(3);
    await w.heard();
    await w.stocked(0, 11_701);
    await w.sent();
    expect(await counts(w, who)).toEqual([0]);
    expect(await w.list({ tab: 'wishes' })).toMatchObject([{ state: 'waiting', why: 'no_longer' }]);
    await w.stocked(2);
    await w.sent();
    expect(await counts(w, who)).toEqual([1]);
  });

  it('a process killed while it tells has told nobody; the next tells everybody once', async () => {
    const { w, who } = await waiting(2);
    await w.stocked(2);
    const actor = system(w.team, 'test');
    const dies = w.db.write(actor, async (tx) => {
      await tellWishes(actor, tx, [w.product]);
      throw new Error('killed');
    });
    await expect(dies).rejects.toThrow('killed');
    await w.sent();
    await w.db.write(actor, (tx) => tellWishes(actor, tx, [w.product]));
    await w.sent();
    expect(await counts(w, who)).toEqual([1, 1]);
  });

  it('who bought meanwhile is not told, and makes room for the next', async () => {
    const { w, who } = await waiting(4);
    await w.stocked(2);
    await w.lead.call(contract.updateFollowupSettings, { shopId: w.shop, wishFactor: 1 });
    await w.buys(who[0]?.buyer ?? '');
    await w.sent();
    // One piece is left, told to the next in line.
    expect(await counts(w, who)).toEqual([0, 1, 0, 0]);
    const sold = await w.list({ buyerId: who[0]?.buyer });
    expect(sold.filter(({ reason }) => reason === 'back')).toMatchObject([
      { state: 'dropped', why: 'bought' },
    ]);
  });

  it('an order after it was told counts for it', async () => {
    const { w, who } = await waiting(1);
    await w.stocked(3);
    await w.sent();
    const orderId = await w.buys(who[0]?.buyer ?? '');
    await w.heard();
    const [row] = await w.list({ reason: 'back' });
    expect(row).toMatchObject({ convertedOrderId: orderId, contactedByName: '' });
  });
});

describe('A20 tell me when it is cheaper', () => {
  it('tells at the wished price or less, not before', async () => {
    const w = await followed();
    const one = await w.asks();
    await wish(w, one, { kind: 'cheaper', belowMinor: 10_000 });
    await w.stocked(100, 10_001);
    await w.sent();
    expect(await told(one)).toEqual([]);
    await w.stocked(100, 9_900);
    await w.sent();
    const [card] = await told(one);
    expect(card?.card).toMatchObject({ kind: 'price_drop', params: { priceMinor: 9_900 } });
    await w.stocked(100, 9_800);
    await w.sent();
    expect(await told(one)).toHaveLength(1);
  });
});

describe('A20 wishes of shoppers', () => {
  it('a buyer the shop vouches for notes it in the shop; a stranger cannot, nor touch another’s', async () => {
    const w = await followed();
    await w.stocked(0);
    const wanted = { variantId: w.variant, kind: 'back' as const };
    const { items } = await w.chat.call(contract.makeOwnWish, wanted);
    const followupId = items[0]?.back ?? '';
    expect(await w.list({ tab: 'wishes' })).toMatchObject([{ buyerId: w.buyer }]);
    const stranger = w.visitor();
    await stranger.call(channels.sendChatMessage, { text: '在吗', clientKey: crypto.randomUUID() });
    expect(await codeOf(stranger.call(contract.makeOwnWish, wanted))).toBe(
      'visitor.identity_needed',
    );
    const other = w.visitor({ identity: await w.identity('b-2', '李雷') });
    await other.call(channels.sendChatMessage, { text: '在吗', clientKey: crypto.randomUUID() });
    expect(await codeOf(other.call(contract.withdrawOwnWish, { followupId }))).toBe(
      'followup.not_found',
    );
    expect((await w.chat.call(contract.withdrawOwnWish, { followupId })).items[0]?.back).toBeNull();
    const observer = await w.as('方予安');
    const at = { conversationId: w.conversation, ...wanted };
    expect(await codeOf(observer.call(contract.makeWish, at))).toBe('access.denied');
    await w.agent.call(conversations.takeConversation, { conversationId: w.conversation });
  });
});
