import { access, conversations, orders, workbench } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';

let w: AtCounter;
let agent: Browser;
let lead: Browser;

beforeEach(async () => {
  w = await atCounter();
  [agent, lead] = await Promise.all([w.as('林小满'), w.as('周启明')]);
});

const ask = async () => {
  const acted = await agent.call(orders.changeOrderDiscount, {
    orderId: w.order,
    discountMinor: 5_000,
    approvalNote: '老客户',
    conversationId: w.conversation,
  });
  return acted.approval?.id ?? '';
};

/** An import told what a plate costs the shop. */
const priced = () =>
  w.doing((tx) =>
    run(tx, sql`update variants set attributes = '{"costMinor": "6000"}' where id = ${w.variant}`),
  );

describe('ACL-03 what one looks at to decide', () => {
  test('the order, the buyer’s history, and no margin where a cost is unknown', async () => {
    const approvalId = await ask();
    const { items } = await lead.call(workbench.openApprovals, {});
    expect(items).toMatchObject([
      {
        approval: { id: approvalId, note: '老客户', can: ['grantApproval', 'refuseApproval'] },
        order: { id: w.order, firstTitle: '竹制餐盘', quantity: 2 },
        buyer: { name: '王晓敏', refundedOrders: 0, refunds90Days: 0 },
        margin: null,
        flags: [],
      },
    ]);
  });

  test('the margin for who decides, not for who asks', async () => {
    await priced();
    const approvalId = await ask();
    const seen = await lead.call(workbench.openApproval, { approvalId });
    expect(seen.margin).toEqual({ beforeMinor: 11_400, afterMinor: 6_400 });
    expect((await agent.call(workbench.openApproval, { approvalId })).margin).toBeNull();
    const observer = await w.as('方予安');
    expect((await observer.call(workbench.openApproval, { approvalId })).margin).toBeNull();
  });

  test('a request one may not see is not there', async () => {
    const acted = await lead.call(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 23_000,
      approvalNote: '',
    });
    const hidden = await agent.attempt(workbench.openApproval, {
      approvalId: acted.approval?.id ?? '',
    });
    expect(outcomeOf(hidden)).toBe('approval.not_found');
    expect((await agent.call(workbench.openApprovals, { view: 'open' })).items).toEqual([]);
  });

  test('another address within a day is flagged', async () => {
    const approvalId = await ask();
    await w.doing((tx) =>
      run(
        tx,
        sql`insert into order_acts (team_id, id, order_id, kind, state, currency, actor_kind, at, settled_at)
            values (${w.team}, gen_random_uuid(), ${w.order}, 'address_changed', 'done', 'CNY', 'system', now(), now())`,
      ),
    );
    const seen = await lead.call(workbench.openApproval, { approvalId });
    expect(seen.flags).toEqual(['address_and_refund']);
  });

  test('the conversation it came from tells the team, not the buyer', async () => {
    const running = startReactions(
      w.db,
      w.modules.flatMap((module) => module.reactions),
      undefined,
      w.team,
    );
    onTestFinished(() => running.stop());
    await lead.call(access.grantApproval, { approvalId: await ask() });
    await running.settled();
    const page = await lead.call(conversations.listMessages, { conversationId: w.conversation });
    expect(page.items.flatMap((one) => one.line ?? [])).toMatchObject([
      { code: 'approval.requested', params: { requesterName: '林小满', amountMinor: 5_000 } },
      { code: 'approval.approved', params: { byName: '周启明' } },
    ]);
  });
});
