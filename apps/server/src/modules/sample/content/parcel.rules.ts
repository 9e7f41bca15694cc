import type { orders } from '@guitai/contract';
import type { SampleBuyer } from './people.ts';

const carriers: Readonly<Record<string, readonly [name: string, prefix: string, digits: number]>> =
  {
    sf: ['顺丰速运', 'SF', 13],
    zto: ['中通快递', '78', 12],
    yto: ['圆通速递', 'YT', 13],
    deppon: ['德邦快递', 'DPK', 12],
  };

interface Step {
  readonly at: Date;
  readonly status: orders.ParcelStatusWord;
  readonly text: string;
  readonly place: string;
}

export interface SampleParcel {
  readonly carrier: string;
  readonly carrierName: string;
  readonly number: string;
  readonly status: orders.ParcelStatusWord;
  readonly promisedAt: Date;
  readonly deliveredAt: Date | null;
  /** Oldest first. */
  readonly steps: readonly Step[];
}

type Leg = readonly [hours: number, status: Step['status'], place: string, text: string];

const home: readonly Leg[] = [
  [0, 'collected', '杭州市', '【杭州余杭揽投部】已揽收，揽件员：陈师傅'],
  [5, 'in_transit', '杭州市', '快件已从【杭州转运中心】发出，正发往下一站'],
];

const inland = (city: string): readonly Leg[] => [
  ...home,
  [22, 'arrived', city, `快件已到达【${city}转运中心】`],
  [34, 'arrived', city, `快件已到达【${city}营业部】`],
  [38, 'out_for_delivery', city, '快件正在派送途中，请保持电话畅通'],
  [43, 'signed_self', city, '已签收，签收人：本人'],
];

const abroad = (city: string): readonly Leg[] => [
  ...home,
  [20, 'customs', '上海市', '快件在【上海国际口岸】办理出口清关'],
  [46, 'in_transit', '上海市', 'Departed from Shanghai'],
  [84, 'customs', city, 'Arrived, customs clearance in progress'],
  [120, 'in_transit', city, 'Released by customs, handed to the local carrier'],
  [140, 'out_for_delivery', city, 'Out for delivery'],
  [146, 'signed_self', city, 'Delivered'],
];

const backHome = (city: string): readonly Leg[] => [
  ...inland(city),
  [190, 'returning', city, '退货件已揽收，正在退回商家'],
  [232, 'returned', '杭州市', '退货已签收，签收人：仓库'],
];

const digitsOf = (seed: number, count: number): string => {
  let text = '';
  for (let n = 0, state = seed * 7_919 + 104_729; n < count; n += 1) {
    state = (state * 48_271) % 2_147_483_647;
    text += state % 10;
  }
  return text;
};

/** How far each kind of order has come, as the last leg that has happened. */
const reached: Readonly<Partial<Record<orders.OrderStatusWord, Step['status']>>> = {
  delivered: 'signed_self',
  received: 'signed_self',
  completed: 'signed_self',
  returned: 'returned',
};

/**
 * The parcel of an order sent at `shippedAt`, as the carrier told of it up to `now`: what is on the way stops at the legs
 * that time allows, or `stuckHours` ago.
 */
export function parcelOf(
  seed: number,
  buyer: SampleBuyer,
  order: { status: orders.OrderStatusWord; carrier: string; stuckHours: number },
  shippedAt: Date,
  now: Date,
): SampleParcel {
  const [carrierName = '', prefix = '', digits = 12] = carriers[order.carrier] ?? [];
  const legs = (order.status === 'returned' ? backHome : buyer.country ? abroad : inland)(
    buyer.city,
  );
  const at = (hours: number) => new Date(shippedAt.getTime() + hours * 3_600_000);
  const until = now.getTime() - order.stuckHours * 3_600_000;
  const end = reached[order.status];
  const steps = legs
    .filter(([hours, status]) =>
      end ? true : at(hours).getTime() <= until && status !== 'signed_self',
    )
    .map(([hours, status, place, text]) => ({ at: at(hours), status, place, text }));
  const kept =
    steps.length > 0
      ? steps
      : legs.slice(0, 1).map(([, status, place, text]) => ({ at: shippedAt, status, place, text }));
  const signed = kept.find((step) => step.status === 'signed_self');
  return {
    carrier: order.carrier,
    carrierName,
    number: `${prefix}${digitsOf(seed, digits)}`,
    status: kept.at(-1)?.status ?? 'created',
    promisedAt: at(buyer.country ? 200 : 60),
    deliveredAt: signed?.at ?? null,
    steps: kept,
  };
}
