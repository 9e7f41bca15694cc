import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

/** What arrived at a receiver on this machine; `status` is what it answers. */
const got: { id: string; type: string }[] = [];
let status = 204;
let receiver: Server;
let hook = '';
let stage: Stage;

beforeAll(async () => {
  receiver = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      got.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      reply.writeHead(status).end('{"taken":true}');
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const { port } = receiver.address() as AddressInfo;
  hook = `http://127.0.0.1:${port}/guitai`;
  process.env.GUITAI_OUTBOUND_ALLOWED = `127.0.0.1:${port}`;
  stage = await openStage();
}, 180_000);

afterAll(async () => {
  delete process.env.GUITAI_OUTBOUND_ALLOWED;
  await stage?.close();
  receiver?.close();
});

/** Events that arrived, each once: one whose answer comes late is sent again. */
const heard = () => [...new Set(got.map(({ id }) => id))];

/** The owner renames the first shop, as another window would. */
const renameShop = (desk: Page, name: string) =>
  desk.evaluate(async (to) => {
    const { items } = await (await fetch('/api/shops')).json();
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const body = JSON.stringify({ name: to });
    await fetch(`/api/shops/${items[0].id}`, { method: 'PATCH', headers, body });
  }, name);

describe('API-03 webhooks in the settings', () => {
  test('the owner sets one up, sees the secret once, and what was sent; sends it again', async () => {
    const desk = await stage.desk({});
    await desk.goto(`${stage.product.address}/desk/settings/webhooks`);
    await desk.getByRole('button', { name: '创建第一个 Webhook' }).click();
    await desk.getByRole('textbox', { name: '用途' }).fill('ERP 同步');
    await desk.getByRole('textbox', { name: '接收地址' }).fill('http://169.254.169.254/latest');
    await desk.getByRole('checkbox', { name: 'shop.changed', exact: true }).check();
    await desk.getByRole('button', { name: '创建', exact: true }).click();
    await desk.getByRole('alert').filter({ hasText: '不能接收推送' }).waitFor();
    await desk.getByRole('textbox', { name: '接收地址' }).fill(hook);
    await snap(desk, 'webhook-new');
    await desk.getByRole('button', { name: '创建', exact: true }).click();
    const secret = desk.getByRole('textbox', { name: '签名密钥' });
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    await desk.getByRole('button', { name: '完成' }).click();
    await desk.getByRole('link', { name: 'ERP 同步' }).click();
    await renameShop(desk, '青竹家居');
    await expect.poll(() => heard().length).toBe(1);
    expect(got[0]?.type).toBe('shop.changed');
    // Our own note of the answer comes after the receiver has it: somebody looks again until it is there.
    const delivered = desk.getByText('已送达');
    await expect
      .poll(async () => {
        await desk.getByRole('button', { name: '刷新' }).click();
        return delivered.count();
      })
      .toBeGreaterThan(0);
    await desk.getByRole('button', { name: '详情' }).first().click();
    await desk.getByText('webhook-id').waitFor();
    await snap(desk, 'webhook-delivered');
    const told = got.length;
    await desk.getByRole('button', { name: '重新推送' }).first().click();
    await expect.poll(() => got.length).toBeGreaterThan(told);
    expect(heard()).toHaveLength(1);
    await desk.context().close();
  });

  test('a receiver that says it is gone: the pause stands there with its reason, on a phone too', async () => {
    const desk = await stage.desk({ width: 360, height: 740, dark: true });
    status = 410;
    await desk.goto(`${stage.product.address}/desk/settings/webhooks`);
    await desk.getByRole('link', { name: 'ERP 同步' }).click();
    await renameShop(desk, '青竹家居店');
    await desk.getByText('已暂停：对方表示该地址已停用。').waitFor();
    await snap(desk, 'webhook-paused-phone');
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await desk.goto(`${stage.product.address}/desk/settings`);
    await desk.getByRole('link', { name: /Webhook.*已暂停/ }).click();
    await desk.getByRole('link', { name: 'ERP 同步' }).click();
    status = 204;
    await desk.getByRole('button', { name: '从中断处继续' }).click();
    await desk.getByText('已暂停：').waitFor({ state: 'detached' });
    await renameShop(desk, '青竹家居');
    await expect.poll(() => heard().length).toBe(3);
    expect(takeComplaints().filter((line) => !line.includes('422'))).toEqual([]);
    await desk.context().close();
  });
});
