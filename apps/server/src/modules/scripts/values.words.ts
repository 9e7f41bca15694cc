import type { orders } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;

const words = (zhCN: string, zhTW: string, en: string): Words => ({
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
});

const signed = words('已签收', '已簽收', 'signed for');
const back = words('退回中', '退回中', 'on its way back');

/** Where a parcel is, as one says it in a sentence; what is not here is not said. */
export const parcelWords: Readonly<Partial<Record<orders.ParcelStatusWord, Words>>> = {
  created: words('待揽收', '等待收件', 'waiting to be collected'),
  collected: words('已揽收', '已收件', 'collected by the carrier'),
  in_transit: words('运输途中', '運送中', 'on its way'),
  arrived: words('已到达您所在的城市', '已抵達您所在的縣市', 'in your city'),
  out_for_delivery: words('正在派送', '配送中', 'out for delivery'),
  at_station: words('已到自提点', '已到取貨點', 'waiting at the pick-up point'),
  signed,
  signed_self: signed,
  signed_other: signed,
  signed_station: signed,
  refused: back,
  unreachable: words('派送未成功', '配送未成功', 'not delivered: nobody was reached'),
};

/** How many kinds of goods stand in an order beside the first. */
export const andMore = (title: string, more: number, locale: Locale): string => {
  if (more === 0) return title;
  if (locale === 'en') return `${title} and ${more} more`;
  return `${title}等 ${more + 1} ${locale === 'zh-TW' ? '項商品' : '件商品'}`;
};
