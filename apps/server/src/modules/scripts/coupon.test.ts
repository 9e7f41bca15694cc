import { channels, offers, scripts, shops } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AtCounter, atCounter } from '../../../test/counter.ts';
import { type Browser, outcomeOf } from '../../../test/office.ts';
import { clientKey } from '../../../test/talk.ts';
import { templateIn } from '../offers/offers.test-help.ts';
import { published, sendPart } from './scripts.test-help.ts';

let w: AtCounter;
let owner: Browser;
let agent: Browser;
beforeAll(async () => {
  w = await atCounter();
  [owner, agent] = [await w.as('何雅琴'), await w.as('林小满')];
});

const withCoupon = (templateId: string) =>
  published(owner, '送券', {
    variants: [
      {
        parts: [
          { kind: 'text', text: { 'zh-CN': '送您一张券' } },
          { kind: 'coupon', templateId },
        ],
      },
    ],
  });
const cards = async () =>
  (await w.chat.call(channels.getChat)).messages.filter(({ card }) => card?.type === 'info');
const given = async () => (await owner.call(offers.listCoupons, {})).items.length;

describe('SHOP-10 a script that brings a coupon', () => {
  it('shows it before, gives it once and sends its card; the same use again gives nothing more', async () => {
    const { id } = await templateIn(owner, w.shop);
    const script = await withCoupon(id);
    const at = { conversationId: w.conversation, scriptId: script.id };
    const filled = await agent.call(scripts.fillScript, at);
    expect(filled.missing).toBe(false);
    expect(filled.parts[1]).toMatchObject({
      kind: 'coupon',
      templateId: id,
      label: '满 199 减 20',
    });
    const part = sendPart(at, { part: 1 });
    const [first, ...again] = await Promise.all(
      [part, part, { ...part, clientKey: clientKey() }].map((one) =>
        agent.call(scripts.sendScriptPart, one),
      ),
    );
    expect(first?.card).toMatchObject({ type: 'info', kind: 'coupon' });
    expect(again.map((one) => one.id)).toEqual([first?.id, first?.id]);
    expect([(await cards()).length, await given()]).toEqual([1, 1]);
    const [figure] = (await owner.call(scripts.listScriptFigures, { scriptId: script.id })).items;
    expect(figure?.used).toBe(1);
  });

  it('every bound holds: beyond the own authority nothing is given and nothing said', async () => {
    const { id } = await templateIn(
      ...([owner, w.shop, { amountMinor: 5_000, minMinor: 50_000 }, { perBuyer: 1 }] as const),
    );
    const script = await withCoupon(id);
    const at = { conversationId: w.conversation, scriptId: script.id };
    const before = await given();
    const refuse = async (who: Browser) =>
      outcomeOf(await who.attempt(scripts.sendScriptPart, sendPart(at, { part: 1 })));
    expect(await refuse(await w.as('方予安'))).not.toBe('done');
    expect(await refuse(agent)).toBe('authority.approval_needed');
    expect((await agent.call(scripts.fillScript, at)).missing).toBe(true);
    expect(await given()).toBe(before);
    expect(await refuse(owner)).toBe('done');
    expect(await refuse(owner)).toBe('coupon.buyer_limit');
  });

  it('a coupon of another team is none', async () => {
    const other = await atCounter();
    const { id } = await templateIn(await other.as('何雅琴'), other.shop);
    const script = await withCoupon(id);
    const at = { conversationId: w.conversation, scriptId: script.id };
    const sent = await owner.attempt(scripts.sendScriptPart, sendPart(at, { part: 1 }));
    expect(outcomeOf(sent)).toBe('coupon.template_not_found');
    expect((await owner.call(scripts.fillScript, at)).parts[1]).toMatchObject({
      templateId: null,
      label: '',
    });
  });

  it('nor is one of another shop; not even its name is told', async () => {
    const place = { currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' } as const;
    const other = { ...place, name: '二店', kind: 'built-in', colour: '#114488' } as const;
    const { id: shopId } = await owner.call(shops.createShop, other);
    const { id } = await templateIn(owner, shopId);
    const script = await withCoupon(id);
    const filled = await agent.call(scripts.fillScript, {
      ...{ conversationId: w.conversation, scriptId: script.id },
    });
    expect(filled.parts[1]).toMatchObject({ templateId: null, label: '' });
  });
});
