import { access, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { first } from '../../kernel/tx.ts';
import { finder } from '../../modules.ts';
import { approvalIsDue } from './approval.due.ts';
import { rehearseApprovalsWith } from './approval.void.ts';

const realNow = clock.now;
let w: AtCounter;
let agent: Browser;
let lead: Browser;
let owner: Browser;

beforeEach(async () => {
  w = await atCounter();
  [agent, lead, owner] = await Promise.all([w.as('林小满'), w.as('周启明'), w.as('何雅琴')]);
});
afterEach(() => {
  clock.now = realNow;
});

/** The agent wants to take so many yuan off the order; above 20 this needs somebody else. */
const ask = async (yuan: number, note = '老客户，答应过的') => {
  const acted = await agent.call(orders.changeOrderDiscount, {
    orderId: w.order,
    discountMinor: yuan * 100,
    approvalNote: note,
    conversationId: w.conversation,
  });
  if (!acted.approval) throw new Error(`nothing was asked: ${acted.state}`);
  return acted.approval.id;
};

const grant = (who: Browser, approvalId: string) =>
  who.attempt(access.grantApproval, { approvalId });

const discount = async () => {
  const row = await w.doing((tx) =>
    first<{ discount: number }>(
      tx,
      sql`select discount_minor as discount from orders where team_id = ${w.team} and id = ${w.order}`,
    ),
  );
  return row?.discount;
};

const found = (approvalId: string) => owner.call(access.getApproval, { approvalId });

describe('ACL-03 what is beyond the own limit is asked for', () => {
  test('without a note the refusal says the numbers and who can approve; nothing is changed', async () => {
    const tried = await agent.attempt(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 5_000,
    });
    expect(outcomeOf(tried)).toBe('authority.approval_needed');
    if (tried.ok) throw new Error('it was carried out');
    expect(tried.problem.problem.params).toMatchObject({
      amount: '¥50',
      limit: '¥20',
      canAsk: true,
    });
    expect(tried.problem.problem.params?.approvers).toContain('周启明');
    expect(await discount()).toBe(0);
  });

  test('one click approves and the command runs in the name of who asked', async () => {
    const approvalId = await ask(50);
    expect((await lead.call(access.listApprovals, {})).items).toMatchObject([
      { id: approvalId, waitingForMe: true, requester: { name: '林小满' }, amountMinor: 5_000 },
    ]);
    expect(await lead.call(access.countApprovals, {})).toEqual({ waiting: 1, mine: 0 });
    expect(await owner.call(access.countApprovals, {})).toEqual({ waiting: 0, mine: 0 });
    const decided = await lead.call(access.grantApproval, { approvalId });
    expect(decided).toMatchObject({
      outcome: 'done',
      approval: { state: 'approved', decidedBy: { name: '周启明' }, decidedFor: null },
    });
    expect(await discount()).toBe(5_000);
    const acts = await lead.call(orders.listOrderActs, { orderId: w.order });
    expect(acts.items).toMatchObject([{ kind: 'discount_changed', byName: '林小满', approvalId }]);
    expect(outcomeOf(await grant(lead, approvalId))).toBe('approval.closed');
  });

  test('the act counts against the approver’s day, not against that of who asked', async () => {
    await lead.call(access.grantApproval, { approvalId: await ask(50) });
    const used = async (who: Browser) => {
      const own = await who.call(access.getOwnLimits, { shopId: w.shop });
      return own.limits.find((one) => one.action === 'discount')?.usedTodayMinor;
    };
    expect(await used(lead)).toBe(5_000);
    expect(await used(agent)).toBe(0);
  });

  test('the same wish asked twice is one request', async () => {
    expect(await ask(50)).toBe(await ask(50));
  });

  test('one person keeps ten requests of an order open at most; another order and another person are free', async () => {
    const first = await ask(50);
    for (let yuan = 51; yuan < 60; yuan += 1) await ask(yuan);
    const wish = { orderId: w.order, discountMinor: 6_000, approvalNote: '再问一次' };
    const more = await agent.attempt(orders.changeOrderDiscount, wish);
    expect(outcomeOf(more)).toBe('approval.too_many');
    expect(await ask(50)).toBe(first);
    const elsewhere = { ...wish, orderId: await w.placed() };
    expect((await agent.call(orders.changeOrderDiscount, elsewhere)).state).toBe('asked');
    const leads = { ...wish, discountMinor: 23_000 };
    expect((await lead.call(orders.changeOrderDiscount, leads)).state).toBe('asked');
    await agent.call(access.withdrawApproval, { approvalId: first });
    expect((await agent.call(orders.changeOrderDiscount, wish)).state).toBe('asked');
  });

  test('nobody approves the own request, and an agent nobody’s', async () => {
    const approvalId = await ask(50);
    expect(outcomeOf(await grant(agent, approvalId))).toBe('approval.own');
    const asked = await lead.call(orders.changeOrderDiscount, {
      orderId: await w.placed(),
      discountMinor: 23_000,
      approvalNote: '清仓',
    });
    const leads = asked.approval?.id ?? '';
    expect(outcomeOf(await grant(lead, leads))).toBe('approval.own');
    expect(outcomeOf(await grant(agent, leads))).toBe('approval.not_found');
    expect(outcomeOf(await grant(await w.as('方予安'), leads))).toBe('access.denied');
  });

  test('refused with a reason, withdrawn by who asked: nothing is changed', async () => {
    const one = await ask(50);
    const refused = await lead.call(access.refuseApproval, { approvalId: one, reason: '先问仓库' });
    expect(refused.approval).toMatchObject({ state: 'refused', reason: '先问仓库', can: [] });
    const two = await ask(50);
    expect(outcomeOf(await lead.attempt(access.withdrawApproval, { approvalId: two }))).toBe(
      'approval.not_yours',
    );
    await agent.call(access.withdrawApproval, { approvalId: two });
    expect(outcomeOf(await grant(lead, two))).toBe('approval.closed');
    expect(await discount()).toBe(0);
  });

  test('of two who approve and refuse at once exactly one wins', async () => {
    for (let n = 0; n < 4; n += 1) {
      const order = { orderId: await w.placed(), discountMinor: 5_000, approvalNote: '' };
      const asked = await agent.call(orders.changeOrderDiscount, order);
      const approvalId = asked.approval?.id ?? '';
      const outcomes = await Promise.all([
        grant(lead, approvalId),
        owner.attempt(access.refuseApproval, { approvalId, reason: '不行' }),
        grant(owner, approvalId),
      ]);
      expect(outcomes.map(outcomeOf).sort()).toEqual([
        'approval.closed',
        'approval.closed',
        'done',
      ]);
    }
  });
});

describe('ACL-03 an approval dies with what it was bound to', () => {
  test('an order changed since: void, nothing carried out', async () => {
    const approvalId = await ask(50);
    await owner.call(orders.changeOrderPostage, { orderId: w.order, postageMinor: 2_000 });
    const decided = await lead.call(access.grantApproval, { approvalId });
    expect(decided).toMatchObject({
      outcome: 'void',
      approval: { state: 'void', voidReason: 'changed' },
    });
    expect(await discount()).toBe(0);
  });

  test('found at once when the order is acted on; what still holds stays', async () => {
    const approvalId = await ask(50);
    const rehearse = rehearseApprovalsWith(finder(() => w.modules));
    const actor = system(w.team, 'test');
    await owner.call(orders.setOrderUrgent, { orderId: w.order });
    await w.doing((tx) => rehearse(actor, tx, w.order));
    expect(await found(approvalId)).toMatchObject({ state: 'asked' });
    await owner.call(orders.changeOrderPostage, { orderId: w.order, postageMinor: 2_000 });
    await w.doing((tx) => rehearse(actor, tx, w.order));
    expect(await found(approvalId)).toMatchObject({ state: 'void', voidReason: 'changed' });
    expect(await discount()).toBe(0);
  });

  test('who asked changed role, or is gone: void in the same moment', async () => {
    const one = await ask(50);
    const memberId = w.member('林小满');
    await owner.call(access.changeMemberRole, { memberId, role: 'observer', shopIds: null });
    expect(await found(one)).toMatchObject({ state: 'void', voidReason: 'requester_changed' });
    await owner.call(access.changeMemberRole, { memberId, role: 'agent', shopIds: null });
    const two = await ask(50);
    await owner.call(access.deactivateMember, { memberId });
    expect(await found(two)).toMatchObject({ state: 'void', voidReason: 'requester_changed' });
    expect(outcomeOf(await grant(lead, two))).toBe('approval.closed');
  });
});

describe('ACL-03 the line of approvers', () => {
  const due = async (approvalId: string, hours: number) => {
    clock.now = () => realNow() + hours * 3_600_000;
    await w.doing((tx) => approvalIsDue(system(w.team, 'test'), tx, { approvalId }));
    clock.now = realNow;
  };

  test('beyond the lead’s own limit it waits for the owner', async () => {
    const approvalId = await ask(220);
    expect(await owner.call(access.countApprovals, {})).toEqual({ waiting: 1, mine: 0 });
    expect(await lead.call(access.countApprovals, {})).toEqual({ waiting: 0, mine: 0 });
    expect(outcomeOf(await grant(lead, approvalId))).toBe('approval.above_own');
    expect(await owner.call(access.grantApproval, { approvalId })).toMatchObject({
      outcome: 'done',
    });
    expect(await discount()).toBe(22_000);
  });

  test('what the lead has given meanwhile hands it up', async () => {
    const approvalId = await ask(50);
    const place = {
      subjectKind: 'member',
      subjectId: w.member('周启明'),
      action: 'discount',
    } as const;
    const tight = {
      perActMinor: 4_000,
      perOrderMinor: null,
      perBuyerDayMinor: null,
      perDayMinor: null,
    };
    await owner.call(access.setLimit, {
      ...place,
      ...tight,
      currency: 'CNY',
      floorPercent: null,
      beyond: 'ask',
    });
    expect(await lead.call(access.grantApproval, { approvalId })).toMatchObject({
      outcome: 'handed_up',
      approval: { state: 'asked', escalated: true, waitingForMe: false },
    });
    expect(await owner.call(access.countApprovals, {})).toMatchObject({ waiting: 1 });
  });

  test('in time undecided it goes to the next in line, and at last expires', async () => {
    const approvalId = await ask(50);
    await due(approvalId, 0.5);
    expect(await found(approvalId)).toMatchObject({ escalated: false, waitingForMe: false });
    await due(approvalId, 1.1);
    expect(await found(approvalId)).toMatchObject({ escalated: true, waitingForMe: true });
    await due(approvalId, 3);
    expect(await found(approvalId)).toMatchObject({ state: 'expired', can: [] });
    expect(await discount()).toBe(0);
  });

  test('a deputy decides in the other’s place, a deputy’s deputy too, and not after the end', async () => {
    const leadId = w.member('周启明');
    const asked = await lead.call(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 23_000,
      approvalNote: '',
    });
    const approvalId = asked.approval?.id ?? '';
    expect(outcomeOf(await grant(agent, approvalId))).toBe('approval.not_found');
    const endsAt = new Date(realNow() + 3_600_000).toISOString();
    await owner.call(access.createDelegation, { toId: w.member('林小满'), endsAt });
    // A ring, and who asks in the middle of it: neither lets anybody approve the own.
    const ring = { fromId: w.member('林小满'), toId: leadId, endsAt };
    await owner.call(access.createDelegation, ring);
    await lead.call(access.createDelegation, { toId: w.member('何雅琴'), endsAt });
    expect(outcomeOf(await grant(lead, approvalId))).toBe('approval.own');
    clock.now = () => realNow() + 2 * 3_600_000;
    expect(outcomeOf(await grant(agent, approvalId))).toBe('approval.not_found');
    clock.now = realNow;
    expect(await agent.call(access.countApprovals, {})).toMatchObject({ waiting: 1 });
    expect(await agent.call(access.grantApproval, { approvalId })).toMatchObject({
      outcome: 'done',
      approval: { decidedBy: { name: '林小满' }, decidedFor: { name: '何雅琴' } },
    });
  });
});

describe('ACL-03 limits are set', () => {
  const tight = {
    currency: 'CNY',
    perActMinor: 0,
    perOrderMinor: null,
    perBuyerDayMinor: null,
    perDayMinor: null,
    floorPercent: null,
    beyond: 'no',
  } as const;
  const place = (subjectId: string) =>
    ({ subjectKind: 'member', subjectId, action: 'discount' }) as const;

  test('for one person, and taken off again; never beyond the own, never for oneself', async () => {
    const id = w.member('林小满');
    await lead.call(access.setLimit, { ...place(id), ...tight });
    const order = { orderId: w.order, discountMinor: 100, approvalNote: '' };
    expect(outcomeOf(await agent.attempt(orders.changeOrderDiscount, order))).toBe(
      'authority.beyond_limit',
    );
    await lead.call(access.removeLimit, { ...place(id), currency: 'CNY' });
    expect((await agent.call(orders.changeOrderDiscount, order)).state).toBe('done');
    const wide = { ...tight, perActMinor: 999_999_999 };
    const tries = [
      lead.attempt(access.setLimit, { ...place(id), ...wide }),
      lead.attempt(access.setLimit, { ...place(w.member('周启明')), ...tight }),
      lead.attempt(access.setLimit, { ...place(w.member('何雅琴')), ...tight }),
      agent.attempt(access.setLimit, { ...place(id), ...wide }),
    ];
    expect((await Promise.all(tries)).map(outcomeOf)).toEqual([
      'limit.above_own',
      'limit.above_own',
      'limit.above_own',
      'access.denied',
    ]);
  });

  test('taking one off makes no more room than the own; tightening is always allowed', async () => {
    const [agents, leads] = [place(w.member('林小满')), place(w.member('周启明'))];
    await owner.call(access.setLimit, { ...agents, ...tight });
    await owner.call(access.setLimit, { ...leads, ...tight, perActMinor: 100 });
    const off = { ...agents, currency: 'CNY' };
    expect(outcomeOf(await lead.attempt(access.removeLimit, off))).toBe('limit.above_own');
    await owner.call(access.setLimit, { ...agents, ...tight, perActMinor: null });
    expect(outcomeOf(await lead.attempt(access.removeLimit, off))).toBe('done');
    await owner.call(access.setLimit, { ...agents, ...tight });
    expect(outcomeOf(await owner.attempt(access.removeLimit, off))).toBe('done');
  });

  test('the table shows every role and whoever has own limits', async () => {
    await owner.call(access.setLimit, { ...place(w.member('林小满')), ...tight });
    const table = await lead.call(access.listLimits, {});
    const rows = table.rows.map((row) => [row.subject.name, row.can.length > 0]);
    expect(rows).toEqual([
      ['owner', false],
      ['lead', false],
      ['agent', true],
      ['observer', true],
      ['key', true],
      ['林小满', true],
    ]);
  });
});
