import { createHash } from 'node:crypto';
import type { InputOf, payments } from '@guitai/contract';
import { type Actor, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { isNewCallback } from './call.store.ts';
import { readIntent } from './intent.store.ts';
import { idOfNumber } from './number.rules.ts';
import type { Acknowledgement, CallbackRead, GatewayKind, RawCallback } from './ports.ts';
import { readRefund } from './refund.store.ts';
import { settlePayment, settleRefund } from './settle.ts';
import type { Hands } from './tend.ts';

/** Where a callback was sent to. */
export interface Address {
  readonly gateway: GatewayKind;
  readonly teamId: string;
  readonly shopId: string;
}

async function settleHeard(
  actor: Actor,
  tx: Tx,
  to: Address,
  read: CallbackRead,
): Promise<boolean> {
  const id = idOfNumber(read.key);
  if (id === null) return false;
  if (read.about === 'payment') {
    const intent = await readIntent(tx, id);
    const ours = intent?.shopId === to.shopId && intent.gateway === to.gateway;
    return ours && (await settlePayment(actor, tx, intent, read.answer));
  }
  if (read.about !== 'refund') return false;
  const refund = await readRefund(tx, id);
  const ours = refund?.shopId === to.shopId && refund.gateway === to.gateway;
  return ours && (await settleRefund(actor, tx, refund, read.answer));
}

/**
 * Hears a callback: verified by the gateway's signature, kept once by the gateway's own id of it, moving only forward; all
 * committed before it is acknowledged. Null where it is not proved to come from the gateway.
 */
export async function hearCallback(
  db: Db,
  hands: Hands,
  to: Address,
  raw: RawCallback,
): Promise<Acknowledgement | null> {
  const gateway = hands.gateways.of(to.shopId, to.gateway);
  const read = gateway?.readCallback(raw);
  if (!gateway || !read) return null;
  const actor = system(to.teamId, 'payments.callback');
  await db.write(actor, async (tx) => {
    const moved = await settleHeard(actor, tx, to, read);
    const hash = createHash('sha256').update(raw.body).digest();
    await isNewCallback(tx, { gateway: to.gateway, shopId: to.shopId, read, moved, hash });
  });
  return gateway.heard;
}

/** The address gateways call: any body, as it came. */
export const receiveWith =
  (hands: Hands) =>
  async (_actor: Actor, bare: Bare, input: InputOf<typeof payments.receivePaymentCallback>) => {
    const body = Buffer.isBuffer(bare.request.body) ? bare.request.body : Buffer.alloc(0);
    const raw = { headers: bare.request.headers, body, at: now() };
    const heard = await hearCallback(bare.db, hands, input, raw);
    if (!heard) return refuse('payment.callback_refused');
    return bare.reply.code(heard.status).type(heard.type).send(heard.body);
  };
