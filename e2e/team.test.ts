import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStage, type Stage, snap, takeComplaints } from './people.ts';

const password = '河边的旧茶馆下午开门';
const folder = mkdtempSync(join(tmpdir(), 'guitai-import-'));

let stage: Stage;
let desk: Page;

beforeAll(async () => {
  stage = await openStage();
  desk = await stage.desk();
}, 180_000);

beforeEach((context) => {
  context.onTestFailed(async () => {
    await snap(desk, `failed-desk-${context.task.id}`);
  });
});

afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

const go = (place: string) => desk.goto(`${stage.product.address}/desk/${place}`);
const dialog = () => desk.getByRole('dialog');

/** The six digits an authenticator app would show now. */
function codeOf(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const at = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

describe('the owner builds a team', () => {
  let link = '';

  test('ACL-01 a colleague is invited by a link that is shown once', async () => {
    await go('settings/team');
    await desk.getByRole('button', { name: '邀请' }).click();
    await dialog().getByRole('textbox', { name: '邮箱' }).fill('chen@example.com');
    await dialog().getByRole('textbox', { name: '姓名' }).fill('陈小宝');
    await dialog().getByRole('button', { name: '生成链接' }).click();
    link = await dialog().getByRole('textbox', { name: '邀请链接' }).inputValue();
    await dialog().getByRole('button', { name: '完成' }).click();
    await desk.getByText('等待接受').waitFor();
    expect(link).toContain('/desk/invitation#');
  });

  test('the colleague joins by the link, works, and finds closed what the role does not open', async () => {
    const page = await (await stage.browser.newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(link);
    await page.getByRole('textbox', { name: '设置密码' }).fill('山青水秀的好地方九号楼');
    await page.getByRole('button', { name: /^加入/ }).click();
    await page.waitForURL(/\/desk\/inbox/);
    await page.goto(`${stage.product.address}/desk/settings/audit`);
    await page.getByText('您的角色无权打开这里').waitFor();
    await page.goto(link);
    await page.reload();
    await page.getByText('邀请已使用').waitFor();
    await page.context().close();
  });

  test('ACL-04 the owner changes the role, shuts out and lets in again; the last owner stays', async () => {
    await go('settings/team');
    const row = desk.getByRole('listitem').filter({ hasText: '陈小宝' }).first();
    await row.getByRole('button', { name: '修改' }).click();
    await dialog().getByRole('radio', { name: /主管/ }).check();
    await dialog().getByRole('button', { name: '修改' }).click();
    await row.getByText('主管').waitFor();
    await row.getByRole('button', { name: '停用' }).click();
    await dialog().getByRole('button', { name: '停用' }).click();
    await row.getByRole('button', { name: '重新启用' }).click();
    await row.getByRole('button', { name: '停用' }).waitFor();
    const self = desk.getByRole('listitem').filter({ hasText: 'owner@example.com' });
    await self.getByRole('button', { name: '停用' }).click();
    await dialog().getByRole('button', { name: '停用' }).click();
    await dialog().getByText('团队至少要有一位店主').waitFor();
    expect(takeComplaints().filter((line) => !line.includes('409'))).toEqual([]);
  });
});

describe('one’s own account', () => {
  let codes: string[] = [];

  test('two steps to sign in: the code of an app, and recovery codes shown once', async () => {
    await go('settings/account');
    await desk.getByRole('button', { name: '设置…' }).click();
    await dialog().getByRole('textbox', { name: '先输入密码' }).fill(password);
    await dialog().getByRole('button', { name: '继续' }).click();
    await dialog()
      .getByRole('img', { name: /二维码/ })
      .waitFor();
    await dialog()
      .getByRole('button', { name: /显示密钥/ })
      .click();
    const secret = await dialog().getByRole('textbox', { name: /密钥/ }).inputValue();
    await dialog().getByRole('textbox', { name: 'App 显示的验证码' }).fill(codeOf(secret));
    await dialog().getByRole('button', { name: '开启' }).click();
    await dialog().getByText('恢复码').first().waitFor();
    codes = await dialog().locator('ol code').allInnerTexts();
    await dialog().getByRole('checkbox', { name: '我已妥善保存' }).check();
    await dialog().getByRole('button', { name: '完成' }).click();
    await desk.getByRole('button', { name: '关闭…' }).waitFor();
    expect(codes.length).toBeGreaterThan(5);
  });

  test('a recovery code signs in and leads back to where one wanted to go', async () => {
    const page = await (await stage.browser.newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(`${stage.product.address}/desk/orders?status=paid`);
    await page.getByRole('textbox', { name: '邮箱' }).fill('owner@example.com');
    await page.getByRole('textbox', { name: '密码' }).fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('button', { name: '使用恢复码' }).click();
    await page.getByRole('textbox', { name: '恢复码' }).fill(codes[0] ?? '');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL(/\/desk\/orders\?status=paid/);
    await page.context().close();
  });

  test('the other device is seen and signed out', async () => {
    await desk.reload();
    const other = desk.getByRole('listitem').filter({ hasText: 'Chrome' });
    await expect.poll(() => other.count()).toBeGreaterThan(1);
    await other.getByRole('button', { name: '退出登录' }).first().click();
    await expect.poll(() => other.count()).toBe(1);
  });
});

describe('the chat on a site', () => {
  test('a site gets its tag, and another identity secret, each secret shown once', async () => {
    await go('settings/channels');
    await desk.getByRole('button', { name: '添加网站' }).click();
    await dialog().getByRole('textbox', { name: '网站域名' }).fill('shop.qingzhu.example/cart');
    await dialog().getByRole('button', { name: '创建' }).click();
    const first = await dialog().getByRole('textbox', { name: '身份密钥' }).inputValue();
    await dialog()
      .getByRole('button', { name: /下一步/ })
      .click();
    await desk.getByText('https://shop.qingzhu.example').waitFor();
    const tag = await desk.getByRole('textbox', { name: '嵌入代码' }).inputValue();
    expect(tag).toContain(`${stage.product.address}/widget/loader.js`);
    await desk.getByRole('button', { name: '更换身份密钥…' }).click();
    await dialog().getByRole('button', { name: '更换', exact: true }).click();
    const second = await dialog().getByRole('textbox', { name: '身份密钥' }).inputValue();
    await snap(desk, 'desk-identity-secret');
    await dialog().getByRole('button', { name: '完成' }).click();
    expect(second).not.toBe(first);
  });
});

describe('a shop’s own file', () => {
  const file = join(folder, 'orders.csv');
  const head =
    '订单编号,订单状态,买家ID,下单时间,商品ID,商品名称,规格,数量,单价,收件人,手机,城市,详细地址';
  const row = (id: string, quantity: string) =>
    `${id},已付款,u1,2026-03-18 14:02:11,p1,竹制餐盘,28cm,${quantity},117.00,王晓敏,13812344614,杭州市,文一西路 1 号`;

  test('CON-06 columns are recognised, a check finds the fault, the rest comes in', async () => {
    writeFileSync(
      file,
      [head, row('J1001', '2'), row('J1002', '1'), row('J1003', 'abc')].join('\n'),
    );
    await go('settings/import');
    await desk.locator('input[type=file]').setInputFiles(file);
    await desk.getByRole('combobox', { name: '“已付款”的含义' }).click();
    await desk.locator('.ant-select-item-option', { hasText: '待发货' }).click();
    await desk.getByRole('button', { name: '先检查，不写入' }).click();
    await desk.getByText('不是整数').waitFor();
    await desk.getByRole('button', { name: '跳过被拒记录，正式导入' }).click();
    await desk.getByRole('button', { name: '再运行一次' }).waitFor();
    await go('orders?q=J100');
    await expect.poll(() => desk.getByRole('listitem').count()).toBe(2);
    await desk.getByText('#J1001').click();
    await desk.getByRole('article', { name: 'J1001' }).getByText('¥234.00').first().waitFor();
  });
});
