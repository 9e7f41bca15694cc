import { access, audit, orders } from '@guitai/contract';
import { createClient } from '@guitai/sdk';
import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { readEvents } from '../../kernel/events.ts';
import { mayHear } from '../../kernel/live/audience.ts';
import { startReactions } from '../../kernel/reactions.ts';
import { run } from '../../kernel/tx.ts';

let w: AtCounter;
let agent: Browser;
let lead: Browser;
let owner: Browser;

beforeEach(async () => {
  w = await atCounter();
  [agent, lead, owner] = await Promise.all([w.as('林小满'), w.as('周启明'), w.as('何雅琴')]);
});

const wish = () => ({ orderId: w.order, discountMinor: 5_000, approvalNote: '老客户' });

const ask = async () => (await agent.call(orders.changeOrderDiscount, wish())).approval?.id ?? '';

/** A program of the shop's, with a key that may change prices. */
async function program() {
  const made = await owner.call(access.createApiKey, {
    name: 'ERP',
    permissions: ['orders.read', 'orders.price', 'approvals.read'],
    shopIds: null,
    expiresAt: null,
  });
  const client = createClient({
    baseUrl: '',
    locale: 'zh-CN',
    headers: { authorization: `Bearer ${made.secret}` },
    fetch: async (url, init) => {
      const response = await w.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      });
      return new Response(response.body, {
        status: response.statusCode,
        headers: { 'content-type': String(response.headers['content-type'] ?? '') },
      });
    },
  });
  return { id: made.apiKey.id, client };
}

describe('ACL-03 who is told, who is kept out', () => {
  test('who asks and who may decide hear it live; another agent does not', async () => {
    const other = { ...w.actor('林小满'), member: w.member('方予安') };
    await ask();
    const events = await w.db.raw(w.team, (client) => readEvents(client, w.team, 0, 1_000));
    const told = events.filter((event) => event.type === 'approval.requested');
    expect(told).toHaveLength(1);
    const heardBy = (actor: Parameters<typeof mayHear>[0]) =>
      told.every((event) => mayHear(actor, event));
    expect(heardBy(w.actor('林小满'))).toBe(true);
    expect(heardBy(w.actor('周启明'))).toBe(true);
    expect(heardBy(w.actor('何雅琴'))).toBe(true);
    expect(heardBy(other)).toBe(false);
  });

  test('every step is on record, also the attempt that was refused', async () => {
    const approvalId = await ask();
    await agent.attempt(access.grantApproval, { approvalId });
    await lead.call(access.grantApproval, { approvalId });
    const log = await owner.call(audit.listAuditEntries, { limit: 50 });
    const steps = log.items
      .filter((one) => /approval/i.test(one.action))
      .map((one) => [one.action, one.outcome, one.reason]);
    expect(steps).toEqual(
      expect.arrayContaining([
        ['approval.requested', 'done', '老客户'],
        ['grantApproval', 'refused', 'approval.own'],
        ['approval.approved', 'done', null],
      ]),
    );
  });

  test('an API key asks as a person does, approves nothing, and its end voids what it asked', async () => {
    const { id, client } = await program();
    const tried = await client.attempt(orders.changeOrderDiscount, {
      orderId: w.order,
      discountMinor: 5_000,
    });
    expect(outcomeOf(tried)).toBe('authority.approval_needed');
    const one = await client.call(orders.changeOrderDiscount, wish());
    const approvalId = one.approval?.id ?? '';
    expect(outcomeOf(await client.attempt(access.grantApproval, { approvalId }))).toBe(
      'access.denied',
    );
    await owner.call(access.revokeApiKey, { keyId: id });
    expect(await owner.call(access.getApproval, { approvalId })).toMatchObject({
      state: 'void',
      voidReason: 'requester_changed',
      requester: { kind: 'key', name: 'ERP' },
    });
  });

  test('another act on the order voids it at once, by the house’s own reactions', async () => {
    const running = startReactions(
      w.db,
      w.modules.flatMap((module) => module.reactions),
      undefined,
      w.team,
    );
    onTestFinished(() => running.stop());
    const approvalId = await ask();
    await owner.call(orders.changeOrderPostage, { orderId: w.order, postageMinor: 3_000 });
    await running.settled();
    expect(await agent.call(access.getApproval, { approvalId })).toMatchObject({
      state: 'void',
      voidReason: 'changed',
    });
  });

  test('the input of another is never read out: an approval says what, not with which words', async () => {
    const approvalId = await ask();
    const shown = await lead.call(access.getApproval, { approvalId });
    expect(JSON.stringify(shown)).not.toContain('discountMinor');
    const rows = await w.doing((tx) =>
      run<{ input: object }>(tx, sql`select input from approvals where id = ${approvalId}`),
    );
    expect(rows[0]?.input).toEqual({ orderId: w.order, discountMinor: 5_000 });
  });
});
