import type { parcels } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Cause = parcels.ParcelCauseWord;

const titles: Readonly<Record<Locale, Readonly<Record<Cause, string>>>> = {
  en: {
    not_collected: 'Not picked up by the carrier',
    stuck: 'Parcel does not move',
    unclaimed: 'Not collected at the pick-up point',
    failed: 'Delivery failed',
    address: 'Address or phone does not do',
    refused: 'Refused by the buyer',
    damaged: 'Damaged on the way',
    returning: 'On its way back',
    returned: 'Came back',
  },
  'zh-CN': {
    not_collected: '快递未揽收',
    stuck: '物流停滞',
    unclaimed: '驿站或快递柜未取件',
    failed: '派送失败',
    address: '地址或电话有误',
    refused: '买家拒收',
    damaged: '快件破损',
    returning: '快件退回中',
    returned: '快件已退回',
  },
  'zh-TW': {
    not_collected: '物流尚未收件',
    stuck: '包裹停滯',
    unclaimed: '包裹未取件',
    failed: '配送失敗',
    address: '地址或電話有誤',
    refused: '買家拒收',
    damaged: '包裹破損',
    returning: '包裹退回中',
    returned: '包裹已退回',
  },
};

/** Title of the task about a parcel, in the shop's language. */
export const taskTitle = (
  locale: Locale,
  cause: Cause,
  parcel: { readonly orderNumber: string; readonly carrier: string; readonly number: string },
): string =>
  [`${titles[locale][cause]}`, parcel.orderNumber, `${parcel.carrier} ${parcel.number}`.trim()]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200);
