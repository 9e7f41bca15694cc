import { aftersales, orders as orderContract } from '@guitai/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { type Retail, retailShop } from '../../../test/retail.ts';

let w: Retail;
let owner: Browser;
let agent: Browser;

beforeAll(async () => {
  w = await retailShop();
  owner = await w.as('何雅琴');
  agent = await w.as('林小满');
}, 120_000);

const refund = { kind: 'refund', reasonCode: 'damaged' } as const;

const opened = async (orderId: string, more: object = {}, who: Browser = agent) => {
  const done = await who.call(aftersales.openCase, { orderId, ...refund, ...more });
  if (!done.case) throw new Error('no case');
  return done.case;
};

const spent = async (orderId: string) =>
  (await owner.call(orderContract.getOrder, { orderId })).totals;

describe('SHOP-07 a refund request', () => {
  test('is asked with reason and lines, shows what it is worth and the history, and pays with the decision', async () => {
    const order = await w.order('#W4817420');
    const [line] = order.lines;
    const asked = await opened(order.id, { lines: [{ lineNo: 1, quantity: 1 }], note: 'broken' });
    expect(asked).toMatchObject({
      state: 'asked',
      kind: 'refund',
      amountMinor: line?.totalMinor,
      currency: 'USD',
      postageBy: 'shop',
      payee: { to: 'original' },
    });
    expect(asked.history.orderCount).toBeGreaterThan(0);
    expect(asked.dueAt).not.toBeNull();
    expect((await spent(order.id)).refundedMinor).toBe(0);

    const partial = (line?.totalMinor ?? 0) - 100;
    const paid = await owner.call(aftersales.approveCase, {
      caseId: asked.id,
      amountMinor: partial,
    });
    expect(paid.act).toMatchObject({ kind: 'refunded', amountMinor: partial });
    expect(paid.case).toMatchObject({ state: 'settled', amountMinor: partial, can: [] });
    expect((await spent(order.id)).refundedMinor).toBe(partial);

    const again = await owner.attempt(aftersales.approveCase, { caseId: asked.id });
    expect(outcomeOf(again)).toBe('case.illegal_transition');
    const sheet = await owner.call(aftersales.getCase, { caseId: asked.id });
    expect(sheet.steps.map((step) => step.state)).toEqual(['asked', 'settled']);
  });

  test('is refused with words, asked for evidence, withdrawn; its goods are free again', async () => {
    const order = await w.order('#W6304490');
    const lines = [{ lineNo: 1, quantity: 1 }];
    const first = await opened(order.id, { lines });
    const twice = await agent.attempt(aftersales.openCase, { orderId: order.id, ...refund, lines });
    expect(outcomeOf(twice)).toBe('case.lines_taken');
    const wanted = await agent.call(aftersales.askForEvidence, {
      caseId: first.id,
      decision: 'Please send a picture.',
    });
    expect(wanted.case).toMatchObject({
      state: 'evidence_wanted',
      decision: 'Please send a picture.',
    });
    await agent.call(aftersales.refuseCase, { caseId: first.id, decision: 'It is a used item.' });
    const second = await opened(order.id, { lines });
    await agent.call(aftersales.withdrawCase, { caseId: second.id });
    await opened(order.id, { lines });
    expect((await spent(order.id)).refundedMinor).toBe(0);
    expect(await w.faults()).toEqual([]);
  });

  test('stands in the queue by deadline, of the own shops only, page by page', async () => {
    const page = await agent.call(aftersales.listCases, { tab: 'decide', limit: 1 });
    expect(page.items).toHaveLength(1);
    expect(page.counts.decide).toBeGreaterThan(0);
    expect(page.items[0]?.can).toEqual(
      expect.arrayContaining(['approveCase', 'refuseCase', 'askForEvidence']),
    );
    const observer = await w.as('方予安');
    const seen = await observer.call(aftersales.listCases, { tab: 'decide' });
    expect(seen.items[0]?.can).toEqual([]);
    const hidden = await observer.attempt(aftersales.approveCase, {
      caseId: seen.items[0]?.id ?? '',
    });
    expect(outcomeOf(hidden)).toBe('access.denied');
  });

  test('64 requests, approvals and direct refunds at once never pay above what was paid', async () => {
    const order = await w.order('#W3113816');
    const paid = order.totals.paidMinor;
    const half = Math.floor(paid / 2) + 1;
    const one = await opened(order.id, { amountMinor: half });
    const tooMuch = await agent.attempt(aftersales.openCase, {
      orderId: order.id,
      ...refund,
      amountMinor: half,
    });
    expect(outcomeOf(tooMuch)).toBe('case.amount_too_high');
    const direct = { orderId: order.id, amountMinor: half, reasonCode: 'damaged' };
    const tried = await Promise.all(
      Array.from({ length: 64 }, (_, n) =>
        n % 2
          ? owner.attempt(aftersales.approveCase, { caseId: one.id })
          : owner.attempt(orderContract.refundOrder, direct),
      ),
    );
    const outcomes = tried.map(outcomeOf);
    expect(outcomes.filter((code) => code === 'done')).toHaveLength(1);
    expect((await spent(order.id)).refundedMinor).toBe(half);
    expect(await w.faults()).toEqual([]);
  });

  test('a rehearsal tells what would come of it and changes nothing', async () => {
    const order = await w.order('#W1840144');
    const asked = await opened(order.id, { amountMinor: 500 });
    const told = await owner.call(aftersales.approveCase, { caseId: asked.id, preview: true });
    expect(told).toMatchObject({ state: 'preview', act: { amountMinor: 500 } });
    expect(told.case?.state).toBe('asked');
    expect((await spent(order.id)).refundedMinor).toBe(0);
  });
});

describe('SHOP-06 A18 a case', () => {
  test('pieces of a line enter one case only, however many ask at once', async () => {
    const order = await w.order('#W3069600');
    const lines = [{ lineNo: 1, quantity: 1 }];
    const tried = await Promise.all(
      Array.from({ length: 64 }, () =>
        agent.attempt(aftersales.openCase, {
          orderId: order.id,
          kind: 'repair',
          reasonCode: 'defective',
          lines,
        }),
      ),
    );
    const codes = tried.map(outcomeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'case.lines_taken']));
    expect(await w.faults()).toEqual([]);
  });

  test('a return: goods back, inspected, into stock, then the money and once, to the gift card', async () => {
    const order = await w.order('#W7647404');
    const [line] = order.lines;
    const variant = line?.variantId ?? '';
    await w.setStock(variant, 5);
    const asked = await opened(order.id, {
      kind: 'return',
      reasonCode: 'no_reason',
      lines: [{ lineNo: 1, quantity: 1 }],
    });
    expect(asked.postageBy).toBe('buyer');
    const exchange = await agent.attempt(aftersales.openCase, {
      orderId: order.id,
      kind: 'return',
      reasonCode: 'no_reason',
      lines: [{ lineNo: 2, quantity: 1 }],
    });
    expect(outcomeOf(exchange)).toBe('case.once_per_order');
    const { id: caseId } = asked;
    const approved = await agent.call(aftersales.approveCase, { caseId });
    expect(approved.case?.state).toBe('waiting_goods');
    expect((await spent(order.id)).refundedMinor).toBe(0);
    await agent.call(aftersales.noteReturnParcel, { caseId, carrier: 'UPS', number: '1Z999' });
    await agent.call(aftersales.receiveCaseGoods, { caseId });
    await agent.call(aftersales.inspectCaseGoods, { caseId, result: 'sellable' });
    expect(await w.stockOf(variant)).toBe(6);
    const early = await owner.attempt(aftersales.settleCase, {
      caseId,
      amountMinor: (line?.totalMinor ?? 0) + 1,
    });
    expect(outcomeOf(early)).toBe('case.amount_too_high');
    const done = await Promise.all(
      Array.from({ length: 8 }, () => owner.attempt(aftersales.settleCase, { caseId })),
    );
    expect(done.map(outcomeOf).filter((code) => code === 'done')).toHaveLength(1);
    expect((await spent(order.id)).refundedMinor).toBe(line?.totalMinor);
    expect(await w.faults()).toEqual([]);
  });

  test('an exchange keeps the pairing, takes the new goods out of stock and moves the difference at its end', async () => {
    const order = await w.order('#W5455653');
    const [line] = order.lines;
    const proposal = await agent.call(aftersales.getCaseProposal, {
      orderId: order.id,
      lineNo: 1,
    });
    expect(proposal).toMatchObject({ kind: 'exchange', principle: 'may_be_exchanged' });
    const variant = proposal.lines[0]?.variants.find(
      ({ priceMinor }) => priceMinor < (line?.unitMinor ?? 0),
    );
    if (!variant || !line) throw new Error('the shop has no cheaper variant');
    await w.setStock(variant.variantId, 1);
    const exchange = {
      orderId: order.id,
      kind: 'exchange',
      reasonCode: 'other_variant',
    } as const;
    const wish = { lineNo: 1, quantity: 1, newVariantId: variant.variantId };
    const foreign = await agent.attempt(aftersales.openCase, {
      ...exchange,
      lines: [{ ...wish, newVariantId: order.lines[1]?.variantId ?? '' }],
    });
    expect(outcomeOf(foreign)).toBe('order.variant_foreign');
    const same = await agent.attempt(aftersales.openCase, {
      ...exchange,
      lines: [{ ...wish, newVariantId: line.variantId ?? '' }],
    });
    expect(outcomeOf(same)).toBe('order.variant_same');

    const asked = await opened(order.id, { ...exchange, lines: [wish] });
    const difference = variant.priceMinor - line.unitMinor;
    expect(asked).toMatchObject({
      differenceMinor: difference,
      lines: [{ lineNo: 1, newVariantId: variant.variantId, newUnitMinor: variant.priceMinor }],
    });
    const { id: caseId } = asked;
    await agent.call(aftersales.approveCase, { caseId });
    expect(await w.stockOf(variant.variantId)).toBe(0);
    await agent.call(aftersales.receiveCaseGoods, { caseId });
    await agent.call(aftersales.inspectCaseGoods, { caseId, result: 'damaged', note: 'scratched' });
    const unsent = await owner.attempt(aftersales.settleCase, { caseId });
    expect(outcomeOf(unsent)).toBe('case.parcel_needed');
    const settled = await owner.call(aftersales.settleCase, {
      caseId,
      parcel: { carrier: 'UPS', number: '1Z888' },
    });
    expect(settled.act?.amountMinor).toBe(-difference);
    expect(settled.case).toMatchObject({ state: 'settled', parcelOut: { number: '1Z888' } });
    expect((await spent(order.id)).refundedMinor).toBe(-difference);
    expect(await w.faults()).toEqual([]);
  });

  test('an exchange of goods nobody else saw come back, or of a difference not yet paid, counts as given away', async () => {
    const order = await w.order('#W2923184');
    const [line] = order.lines;
    const wanted = { orderId: order.id, lineNo: 1 };
    const { lines } = await agent.call(aftersales.getCaseProposal, wanted);
    const dearer = lines[0]?.variants.toSorted((a, b) => b.priceMinor - a.priceMinor)[0];
    if (!dearer || !line) throw new Error('the shop has no dearer variant');
    await w.setStock(dearer.variantId, 5);
    const differenceMinor = dearer.priceMinor - line.unitMinor;
    const asked = await opened(order.id, {
      kind: 'exchange',
      reasonCode: 'other_variant',
      lines: [{ lineNo: 1, quantity: 1, newVariantId: dearer.variantId }],
    });
    const { id: caseId } = asked;
    await agent.call(aftersales.approveCase, { caseId });
    await agent.call(aftersales.receiveCaseGoods, { caseId });
    await agent.call(aftersales.inspectCaseGoods, { caseId, result: 'damaged' });
    const parcel = { carrier: 'UPS', number: '1Z889' };
    const wantedMinor = async (who: Browser) => {
      const told = await who.call(aftersales.settleCase, { caseId, parcel, preview: true });
      return told.authority.why.map((why) => why.wantedMinor)[0];
    };
    expect(await wantedMinor(agent)).toBe(dearer.priceMinor);
    const alone = await agent.attempt(aftersales.settleCase, { caseId, parcel });
    expect(outcomeOf(alone)).toBe('authority.approval_needed');
    expect(await wantedMinor(await w.as('周启明'))).toBe(differenceMinor);
    const settled = await owner.call(aftersales.settleCase, { caseId, parcel });
    expect(settled.act).toMatchObject({ amountMinor: -differenceMinor, state: 'pending' });
  });

  test('only what the shop’s rules allow: not before delivery, not to a card of somebody else', async () => {
    const pending = await agent.call(orderContract.listOrders, {
      shopId: w.retail,
      status: 'paid',
      limit: 1,
    });
    const early = await agent.attempt(aftersales.openCase, {
      orderId: pending.items[0]?.id ?? '',
      kind: 'return',
      reasonCode: 'no_reason',
      lines: [{ lineNo: 1, quantity: 1 }],
    });
    expect(outcomeOf(early)).toBe('order.act_not_allowed');
    const mine = await w.order('#W1840144');
    const other = await w.order('#W4817420');
    const theirs = await w.methodOf(other.buyerId ?? '', 'gift_card');
    const foreign = await agent.attempt(aftersales.openCase, {
      orderId: mine.id,
      kind: 'return',
      reasonCode: 'no_reason',
      lines: [{ lineNo: 1, quantity: 1 }],
      to: { methodId: theirs ?? '' },
    });
    expect(outcomeOf(foreign)).toBe('order.method_foreign');
    const card = await w.methodOf(mine.buyerId ?? '', 'credit_card');
    const toCard = await agent.attempt(aftersales.openCase, {
      orderId: mine.id,
      kind: 'return',
      reasonCode: 'no_reason',
      lines: [{ lineNo: 1, quantity: 1 }],
      to: { methodId: card ?? '' },
    });
    expect(outcomeOf(toCard)).toBe('case.payee_not_allowed');
  });
});

describe('A18 small payments', () => {
  test('goodwill, price protection and cash-back are paid once per rule and order, however often they are asked', async () => {
    const order = await w.order('#W1840144');
    const goodwill = await Promise.all(
      Array.from({ length: 16 }, () =>
        owner.attempt(aftersales.payGoodwill, { orderId: order.id, amountMinor: 300 }),
      ),
    );
    expect(goodwill.map(outcomeOf).filter((code) => code === 'done')).toHaveLength(1);
    const unproven = await owner.attempt(aftersales.payReviewCashback, { orderId: order.id });
    expect(outcomeOf(unproven)).toBe('case.proof_needed');
    const proof = { orderId: order.id, proofUrl: 'https://shop.example/reviews/1' };
    const cashback = await Promise.all(
      Array.from({ length: 16 }, () => owner.attempt(aftersales.payReviewCashback, proof)),
    );
    expect(cashback.map(outcomeOf).filter((code) => code === 'done')).toHaveLength(1);
    expect((await spent(order.id)).refundedMinor).toBe(300 + 500);
    expect(await w.faults()).toEqual([]);
  });
});
