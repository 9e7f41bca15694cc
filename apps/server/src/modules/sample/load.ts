import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { addWebChannel } from '../channels/index.ts';
import { loadSampleFollowups } from '../followups/index.ts';
import { openSandboxes } from '../outreach/index.ts';
import { adoptSample } from '../scripts/index.ts';
import { createShop } from '../shops/index.ts';
import { loadApproval, loadCases } from './cases.ts';
import { buyers } from './content/people.ts';
import { type Texts, textIn } from './content/words.ts';
import { type Goods, loadGoods } from './goods.ts';
import { handleBuyers, handleOrders } from './handling.ts';
import { loadMoney } from './money.ts';
import { currency } from './records.rules.ts';
import { loadReviews } from './reviews.ts';
import { insertSample, lockSample, type SampleShopRow, sampleShopOf } from './sample.store.ts';
import { counts, shown } from './sample.ts';
import { shopName } from './shelf-words.ts';
import { loadTalk } from './talk.ts';
import { loadTeam } from './team.ts';

const labels: Texts = ['示例', '範例', 'sample'];
const greetings: Texts = [
  '您好，欢迎来到青竹家居！竹、茶、陶，想了解哪一样？',
  '您好，歡迎光臨青竹家居！竹、茶、陶，想了解哪一樣？',
  'Welcome to Green Bamboo Home! Bamboo, tea or ceramics: what may we show you?',
];
const sandboxes: Readonly<Record<'sms' | 'mail', Texts>> = {
  sms: ['短信沙箱', '簡訊沙盒', 'Text message sandbox'],
  mail: ['邮件沙箱', '郵件沙盒', 'Mail sandbox'],
};
const colour = '#2F6B4F';
/** A shop of that name, or with a number where the team has one already. */
async function openShop(actor: TeamActor, tx: Tx) {
  const { locale } = actor;
  const name = `${textIn(locale, shopName)} · ${textIn(locale, labels)}`;
  for (let n = 1; n <= 20; n += 1) {
    const shop = await createShop(actor, tx, {
      name: n === 1 ? name : `${name} ${n}`,
      kind: 'built-in',
      currency,
      timezone: 'Asia/Shanghai',
      locale,
      colour,
    });
    if (!isRefusal(shop)) return shop;
  }
  throw new Error('the team has twenty sample shops');
}

const shoppersIn = ({ buyers: ids }: Goods): Record<string, string> =>
  Object.fromEntries(
    buyers.filter(({ shopper }) => shopper).map(({ key }) => [key, ids.get(key) ?? '']),
  );

/** Brings the sample shop in, with everything in it; one that is here already stays as it is. */
export async function loadSample(
  actor: TeamActor,
  tx: Tx,
  serverSecret: string,
): Promise<SampleShopRow> {
  await lockSample(tx);
  const known = await sampleShopOf(tx);
  if (known) return known;
  const shop = await openShop(actor, tx);
  const greeting = { 'zh-CN': greetings[0], 'zh-TW': greetings[1], en: greetings[2] };
  const site = { shopId: shop.id, name: shop.name, colour, greeting };
  const { channel } = await addWebChannel(actor, tx, site, serverSecret);
  await openSandboxes(actor, tx, {
    shopId: shop.id,
    secretKey: serverSecret,
    names: { sms: textIn(actor.locale, sandboxes.sms), mail: textIn(actor.locale, sandboxes.mail) },
  });
  const goods = await loadGoods(actor, tx, shop.id);
  await loadMoney(actor, tx, shop.id);
  const team = await loadTeam(actor, tx, shop.id);
  const [lead] = [...team.values()].filter((colleague) => colleague.role === 'lead');
  if (!lead) throw new Error('the sample team has no lead');
  await handleBuyers(lead, tx, goods);
  await handleOrders(lead, tx, goods);
  const loader = actor.kind === 'member' ? actor.member : null;
  const stage = {
    shopId: shop.id,
    shopName: shop.name,
    channelId: channel.id,
    goods,
    team,
    loader,
  };
  await adoptSample(actor, tx, shop.id);
  await loadTalk(actor, tx, stage);
  const agent = team.get('lin');
  if (!agent) throw new Error('the sample team has no agent');
  const speaking = { ...agent, locale: actor.locale };
  await loadCases(speaking, tx, goods);
  await loadApproval(speaking, tx, goods);
  await loadSampleFollowups(actor, tx, shop, agent.member);
  await loadReviews(speaking, tx, shop.id, goods);
  const row: SampleShopRow = {
    team_id: actor.team,
    shop_id: shop.id,
    loaded_by: loader,
    loaded_at: now(),
    member_ids: [...team.values()].map((colleague) => colleague.member),
    shoppers: shoppersIn(goods),
  };
  await insertSample(tx, row);
  record(tx, actor, {
    action: 'sample.loaded',
    subject: { kind: 'shop', id: shop.id },
    after: counts,
    shop: shop.id,
  });
  return row;
}

/** The same for the API. */
export const loadSampleShopWith = (serverSecret: string) => async (actor: StaffActor, tx: Tx) =>
  shown(actor, await loadSample(actor, tx, serverSecret));
