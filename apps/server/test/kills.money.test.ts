import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { access, orders, payments, sample } from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { describe, expect, it } from 'vitest';
import { bornFolder } from './born.ts';
import { deskOf, retried } from './kill-desk.ts';
import { type Run, runCommand, runMain } from './program.ts';

const kills = 8;

/** Refunds in the sandbox's own book, by key. */
function payouts(dataDir: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of readFileSync(join(dataDir, 'sandbox-gateway.jsonl'), 'utf8').split('\n')) {
    if (!line) continue;
    const { act, key } = JSON.parse(line) as { act: string; key: string };
    if (act === 'refund') found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

async function paidOrder(desk: Client): Promise<string> {
  const list = await desk.call(orders.listOrders, { status: 'paid' });
  const paid = list.items.find((one) => one.paidMinor - one.refundedMinor > kills * 100);
  if (!paid) throw new Error('the sample has no paid order');
  return paid.id;
}

describe('kill -9 around a refund', () => {
  it(`G3 SHOP-07 ${kills} kills: nothing half-done, the same key one answer, one payout for each refund`, {
    timeout: 600_000,
  }, async () => {
    const dataDir = await bornFolder();
    const env = { GUITAI_DATA_DIR: dataDir, GUITAI_LOG_LEVEL: 'error' };
    let run: Run = runMain(env);
    let address = await run.ready();
    const desk = deskOf(() => address);
    const token = await retried(async () => {
      const found = /set-up#(?:token=)?(\S+)/.exec(run.said())?.[1];
      if (!found) throw new Error('no set-up link yet');
      return found;
    });
    await desk.call(access.createOwner, {
      token,
      name: '何雅琴',
      email: 'he@example.com',
      password: '河边的旧茶馆下午开门',
      locale: 'zh-CN',
      team: '青竹',
      shop: { name: '青竹家居', currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
    });
    await desk.call(sample.loadSampleShop, {});
    const orderId = await paidOrder(desk);
    const before = await desk.call(orders.getOrder, { orderId });
    for (let n = 0; n < kills; n += 1) {
      const how = { idempotencyKey: `kill-refund-${n}` };
      const refund = () =>
        desk.call(orders.refundOrder, { orderId, amountMinor: 100, reasonCode: 'agreed' }, how);
      const first = refund().catch(() => null);
      await sleep(n * 12);
      run.child.kill('SIGKILL');
      await run.ended;
      await first;
      run = runMain(env);
      address = await run.ready();
      const answer = await retried(refund);
      expect(await refund()).toEqual(answer);
    }
    // What was killed between its claim and the gateway is told again half a minute later.
    for (let open = 1; open > 0; await sleep(500)) {
      open = (await desk.call(payments.listPayments, { orderId, state: 'open' })).items.length;
    }
    const settled = await desk.call(payments.listPayments, { orderId, state: 'done' });
    const refunds = settled.items.filter(({ direction }) => direction === 'refund');
    expect(refunds.filter(({ amountMinor }) => amountMinor === 100)).toHaveLength(kills);
    const after = await desk.call(orders.getOrder, { orderId });
    expect(after.totals.refundedMinor - before.totals.refundedMinor).toBe(kills * 100);
    const acts = await desk.call(orders.listOrderActs, { orderId });
    expect(acts.items.filter(({ kind }) => kind === 'refunded').map(({ state }) => state)).toEqual(
      Array.from({ length: kills }, () => 'done'),
    );
    const paidOut = payouts(dataDir);
    expect([...paidOut.values()]).toEqual(Array.from({ length: kills }, () => 1));
    run.child.kill('SIGTERM');
    await run.ended;
    const verified = runCommand(['verify'], env);
    expect(await verified.ended, verified.said()).toBe(0);
  });
});
