import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { joinPostgres } from '../apps/server/src/adapters/embedded-postgres/index.ts';
import { newId } from '../apps/server/src/kernel/ids.ts';
import { openChat, openStage, type Stage, snap, takeComplaints } from './people.ts';

let stage: Stage;
let desk: Page;
let database: pg.Client;

const go = (page: Page, path: string) => page.goto(`${stage.product.address}/desk/${path}`);

/** A buyer asks something in the chat of the shop; their row gets the phone an import would give it. */
async function buyerWithPhone(phone: string) {
  const shop = await stage.shop('王晓敏');
  const chat = await openChat(shop);
  await chat.getByRole('textbox', { name: '输入消息…' }).fill('茶壶还有货吗');
  await chat.getByRole('textbox', { name: '输入消息…' }).press('Enter');
  await chat.getByText('茶壶还有货吗').waitFor();
  await shop.context().close();
  const { rows } = await database.query(
    'select team_id, shop_id, buyer_id from conversations order by opened_at desc limit 1',
  );
  await database.query('update buyers set phone = $2, phone_valid = true where id = $1', [
    rows[0].buyer_id,
    phone,
  ]);
  return rows[0] as { team_id: string; shop_id: string; buyer_id: string };
}

/** What a rule would plan; the running product finds it by itself. */
async function plan(
  of: Awaited<ReturnType<typeof buyerWithPhone>>,
  text: string,
  extra: object = {},
) {
  const row = {
    ...{
      team_id: of.team_id,
      id: newId(),
      key: newId(),
      shop_id: of.shop_id,
      buyer_id: of.buyer_id,
    },
    ...{
      topic: 'service',
      channels: ['sms'],
      cause_kind: 'rule',
      cause_id: 'r',
      cause_step: '发货通知',
    },
    ...{ text, urgent: true, due_at: new Date(), expires_at: new Date(Date.now() + 86_400_000) },
    ...{ planned_at: new Date(), moved_at: new Date(), ...extra },
  };
  const names = Object.keys(row);
  await database.query(
    `insert into outreach_messages (${names.join()}) values (${names.map((_, n) => `$${n + 1}`).join()})`,
    Object.values(row),
  );
}

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
  const origin = stage.product.address;
  const sample = await desk.request.put(`${origin}/api/sample-shop`, {
    headers: { origin },
    data: {},
  });
  if (!sample.ok()) throw new Error(await sample.text());
  database = new pg.Client({ connectionString: await joinPostgres(stage.product.dataDir) });
  await database.connect();
  const { rows } = await database.query('select team_id from teams_known limit 1');
  await database.query(`set guitai.team = '${rows[0].team_id}'`);
}, 240_000);

beforeEach((context) => {
  context.onTestFailed(() => snap(desk, `failed-outreach-${context.task.id}`));
});

afterAll(async () => {
  await database?.end();
  await stage?.close();
});

describe('SMS-01 gateways in the settings', () => {
  test('the sample brings a sandbox; a test message stands in its outbox; quiet hours and caps are kept', async () => {
    await go(desk, 'settings/message-gateways');
    const row = desk.getByRole('listitem').filter({ hasText: '短信沙箱' });
    await row.getByRole('button', { name: '测试' }).click();
    await desk.getByRole('textbox', { name: '您自己的手机号' }).fill('13812345678');
    await desk.getByRole('button', { name: '发送测试' }).click();
    await desk.getByText('网关已接收').waitFor();
    await desk.getByRole('button', { name: '取消' }).click();
    await row.getByRole('button', { name: '发件箱' }).click();
    await desk.getByText('138****5678').waitFor();
    const cap = desk.getByRole('spinbutton', { name: '营销消息：一周内最多' });
    await cap.fill('2');
    await desk.getByRole('button', { name: '保存', exact: true }).click();
    await snap(desk, 'gateways');
    await desk.reload();
    await expect.poll(() => cap.inputValue()).toBe('2');
    expect(takeComplaints()).toEqual([]);
  });
});

describe('CMP-02 automatic messages at the desk', () => {
  test('sent and delivered by themselves; nobody knows: a person says what they found; a no is taken back', async () => {
    const buyer = await buyerWithPhone('+8613812345678');
    await plan(buyer, '您的茶壶已由顺丰发出，预计明天送达。');
    await plan(buyer, '这条已过时效', {
      expires_at: new Date(Date.now() - 1000),
      due_at: new Date(0),
    });
    await go(desk, 'marketing/messages');
    await desk.getByText('已送达').first().waitFor();
    await desk.getByText('已过时效').first().waitFor();
    await database.query(
      `update outreach_messages set state = 'unknown', reason = 'no_answer', try_at = null, delivered_at = null, sent_at = null
       where state = 'delivered'`,
    );
    await desk.reload();
    const open = desk.getByRole('region', { name: '以下消息是否送达不明' });
    await open.getByRole('button', { name: '已收到' }).waitFor();
    await open.getByRole('button', { name: '详情' }).click();
    await snap(desk, 'messages');
    await open.getByRole('button', { name: '已收到' }).click();
    await open.waitFor({ state: 'detached' });
    await go(desk, `buyers/${buyer.buyer_id}`);
    await desk.getByRole('button', { name: '停发营销消息' }).click();
    await desk.getByText('已退订').first().waitFor();
    await snap(desk, 'buyer-opted-out');
    await go(desk, 'marketing/messages');
    await desk.getByRole('button', { name: '撤销' }).click();
    await desk.getByText('已撤销').waitFor();
    expect(takeComplaints()).toEqual([]);
  });

  test('the words of a text message show their length, their price and their end before they leave', async () => {
    await go(desk, 'marketing/care');
    await desk.getByRole('button', { name: '新建规则' }).first().click();
    await desk
      .getByRole('textbox', { name: '消息文案' })
      .first()
      .fill('上新啦，{buyer}，{shop}秋茶八折，{link}');
    await desk.getByRole('combobox', { name: '通过什么渠道，不行再用什么' }).click();
    await desk.getByText('短信', { exact: true }).last().click();
    await desk.keyboard.press('Escape');
    await desk.getByRole('checkbox', { name: '属于营销' }).check();
    await desk.getByText('UCS-2').waitFor();
    await desk.getByText('退订回T').first().waitFor();
    await desk.getByText(/上新啦，王晓敏，青竹家居店/).waitFor();
    await snap(desk, 'sms-meter');
    expect(takeComplaints()).toEqual([]);
  });

  test('on a phone, in the dark', async () => {
    const phone = await stage.desk({ width: 360, height: 740, dark: true });
    await go(phone, 'marketing/messages');
    await phone.getByText('已过时效').first().waitFor();
    await snap(phone, 'messages-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await go(phone, 'settings/message-gateways');
    await phone.getByText('短信沙箱').waitFor();
    await snap(phone, 'gateways-phone');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await phone.context().close();
  });
});
