import type { cards, Static } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { cardOfParcel } from '../care/index.ts';
import { cardOfProduct, productFacts } from '../catalog/index.ts';
import { type PastMessage, writePast } from '../conversations/index.ts';
import { orderFacts, trackedParcels } from '../orders/index.ts';
import { chats, type Said, type SampleChat } from './content/chats.ts';
import { buyers, type ColleagueKey } from './content/people.ts';
import type { Goods } from './goods.ts';
import type { Colleague } from './team.ts';

type Card = Static<typeof cards.Card>;

/** Where the sample's conversations take place, and who is in them. */
export interface Stage {
  readonly shopId: string;
  readonly shopName: string;
  readonly channelId: string;
  readonly goods: Goods;
  readonly team: ReadonlyMap<ColleagueKey, Colleague>;
  /** Holds what waits for the one who loads the sample; null: it waits in the queue. */
  readonly loader: string | null;
}

const names = new Map(buyers.map((buyer) => [buyer.key, buyer.name]));

/** The card of `product plate`, `order 0`, `tracking 0`: a product, or the buyer's n-th order, newest first. */
async function cardOf(tx: Tx, { goods }: Stage, buyer: string, told: string): Promise<Card> {
  const [what = '', which = ''] = told.split(' ');
  if (what === 'product') {
    const product = await productFacts(tx, goods.products.get(which) ?? '');
    if (product) return cardOfProduct(product);
  } else {
    const own = goods.orders
      .filter(
        ({ order }) => order.buyer === buyer && (what !== 'tracking' || order.status === 'shipped'),
      )
      .sort((a, b) => a.order.days - b.order.days);
    const order = await orderFacts(tx, own[Number(which)]?.id ?? '');
    const [parcel] = order && what === 'tracking' ? await trackedParcels(tx, order.id) : [];
    if (order && parcel) return cardOfParcel(order.number, parcel);
    if (order && what === 'order') return { type: 'order', id: order.id, order: order.card };
  }
  throw new Error(`the sample has no ${told} for ${buyer}`);
}

async function messageOf(
  tx: Tx,
  stage: Stage,
  buyer: string,
  [who, minutes, words]: Said,
): Promise<PastMessage> {
  const at = new Date(clock.now() - minutes * 60_000);
  const isNote = who.startsWith('note:');
  const colleague = stage.team.get(who.replace('note:', '') as ColleagueKey);
  const author = colleague
    ? { kind: 'member' as const, id: colleague.member, name: colleague.name }
    : {
        kind: 'buyer' as const,
        id: stage.goods.buyers.get(buyer) ?? '',
        name: names.get(buyer) ?? '',
      };
  if (words.startsWith('card:')) {
    return {
      author,
      kind: 'card',
      text: '',
      card: await cardOf(tx, stage, buyer, words.slice(5)),
      at,
    };
  }
  return { author, kind: isNote ? 'note' : 'text', text: words, card: null, at };
}

function holderOf({ team, loader }: Stage, { holder }: SampleChat): string | null {
  if (holder === null) return null;
  return holder === 'loader' ? loader : (team.get(holder)?.member ?? null);
}

const snoozeMs = 20 * 3_600_000;

/** Writes the sample's conversations, oldest first, as if they had just been had. */
export async function loadTalk(actor: TeamActor, tx: Tx, stage: Stage): Promise<void> {
  const { shopId, shopName, channelId } = stage;
  for (const chat of chats) {
    const messages: PastMessage[] = [];
    for (const said of chat.said) messages.push(await messageOf(tx, stage, chat.buyer, said));
    await writePast(actor, tx, {
      shopId,
      shopName,
      channelId,
      buyerId: stage.goods.buyers.get(chat.buyer) ?? '',
      buyerName: names.get(chat.buyer) ?? '',
      assigneeId: holderOf(stage, chat),
      state: chat.state,
      snoozedUntil: chat.state === 'snoozed' ? new Date(clock.now() + snoozeMs) : null,
      messages,
    });
  }
}
