import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Faults, SandboxGateway } from '../src/adapters/payments-sandbox/index.ts';
import { type SystemActor, system } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { newId } from '../src/kernel/ids.ts';
import { type Reactions, startReactions } from '../src/kernel/reactions.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run } from '../src/kernel/tx.ts';
import { offers } from '../src/modules/offers/index.ts';
import * as orders from '../src/modules/orders/index.ts';
import {
  type GatewayKind,
  type Hands,
  hearCallback,
  numberOf,
  openIntent,
  tendPayment,
  tendRefund,
} from '../src/modules/payments/index.ts';

/** A till with the sandbox gateway behind it, worked by hand instead of by jobs. */
export interface Till {
  readonly sandbox: SandboxGateway;
  readonly hands: Hands;
  readonly reactions: Reactions;
  /** Opens a payment for an order, pays it and waits until it is booked. */
  pay(
    orderId: string,
    shopId: string,
    amountMinor: number,
    outcome?: 'paid' | 'declined',
  ): Promise<string>;
  /** Tends every open refund, `at once` of them at a time, until none is open. */
  settle(atOnce?: number): Promise<void>;
  /** Refunds that are not settled. */
  open(): Promise<string[]>;
  close(): Promise<void>;
}

export function till(db: Db, actor: SystemActor, faults?: Faults, seed = 7): Till {
  const folder = mkdtempSync(join(tmpdir(), 'guitai-till-'));
  const sandbox = new SandboxGateway({
    path: join(folder, 'book.jsonl'),
    secret: 'a secret of the sandbox',
    ...(faults ? { faults } : {}),
    seed,
    deliver: (url, message) => {
      const [shopId = '', teamId = '', gateway = ''] = new URL(url).pathname.split('/').reverse();
      const to = { gateway: gateway as GatewayKind, teamId, shopId };
      return hearCallback(db, hands, to, { ...message, at: new Date() });
    },
  });
  const hands: Hands = {
    publicUrl: 'http://shop.example',
    gateways: { of: () => sandbox },
    patience: [0],
    tellAgainAfterMs: 2_000,
  };
  const reactions = startReactions(
    db,
    [...orders.orders.reactions, ...offers.reactions],
    undefined,
    actor.team,
  );
  const open = () =>
    db.read(actor, async (tx) => {
      const rows = await run<{ id: string }>(
        tx,
        sql`select id from payment_refunds where state in ('created', 'asked', 'unknown') order by id`,
      );
      return rows.map((row) => row.id);
    });
  return {
    sandbox,
    hands,
    reactions,
    open,
    async pay(orderId, shopId, amountMinor, outcome = 'paid') {
      const intent = await db.write(actor, (tx) =>
        openIntent(tx, {
          shopId,
          orderId,
          key: newId(),
          gateway: 'sandbox',
          amountMinor,
          currency: 'CNY',
        }),
      );
      await tendPayment(db, hands, actor.team, intent.id);
      await sandbox.settle(numberOf(intent.id), outcome);
      await sandbox.quiet();
      await reactions.settled();
      return intent.id;
    },
    async settle(atOnce = 8) {
      for (let rest = await open(); rest.length > 0; rest = await open()) {
        const queue = [...rest];
        const work = async () => {
          for (let id = queue.shift(); id; id = queue.shift())
            await tendRefund(db, hands, actor.team, id);
        };
        await Promise.all(Array.from({ length: atOnce }, work));
        await sleep(50);
      }
      await sandbox.quiet();
      await reactions.settled();
    },
    async close() {
      await sandbox.quiet();
      await reactions.stop();
      await sandbox.book.close();
    },
  };
}

/** An own order of the shop, placed and unpaid. */
export async function placed(
  db: Db,
  actor: SystemActor,
  cart: Pick<orders.Cart, 'shopId' | 'buyerId' | 'items'>,
): Promise<string> {
  const made = await db.write(system(actor.team, 'test'), (tx) =>
    orders.placeOrder(actor, tx, { ...cart, address: null, note: '' }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  return made.orderId;
}
