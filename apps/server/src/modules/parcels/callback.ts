import { hash } from 'node:crypto';
import type { InputOf, parcels } from '@guitai/contract';
import { type Actor, type SystemActor, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { noteHeard } from './ask.store.ts';
import { forgetCallbacks, keepCallback, lockCallback, markHandled } from './callback.store.ts';
import { followOrders } from './follow.ts';
import { hear } from './jobs.ts';
import { type Hands, openSecrets, providerOf } from './line.ts';
import type { ToldParcel } from './ports.ts';
import { readProvider } from './provider.store.ts';
import type { ProviderRow } from './tables.ts';
import { decide, noteProvider, take } from './tend.ts';
import { watchesOfNumber } from './watch.store.ts';

const refused = () => refuse('parcel.callback_refused');

const readWith = (
  hands: Hands,
  provider: ProviderRow,
  headers: Bare['request']['headers'],
  body: Buffer,
) =>
  providerOf(hands, provider.kind).readCallback(
    { secrets: openSecrets(hands, provider.secrets), now },
    headers,
    body,
  );

/** What a provider tells is verified, kept once, and committed before it is answered in the provider's own way. */
export const receiveParcelCallbackWith =
  (hands: Hands) =>
  async (
    _actor: Actor,
    { db, request, reply }: Bare,
    input: InputOf<typeof parcels.receiveParcelCallback>,
  ) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const actor = system(input.teamId, 'parcels.callback');
    const provider = await db.read(actor, (tx) => readProvider(tx, input.providerId));
    if (!provider) return refused();
    const callback = readWith(hands, provider, request.headers, body);
    if (!callback) return refused();
    const digest = hash('sha256', body, 'buffer');
    await db.write(actor, async (tx) => {
      if (!(await keepCallback(tx, provider.id, digest, body))) return;
      await enqueue(tx, hear, { providerId: provider.id, digest: digest.toString('hex') });
    });
    return reply.type('application/json').send(callback.reply);
  };

/** Takes over what was told; the parcels' ways, what is wrong with them and that it was done are one transaction. */
export async function hearCallback(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  told: { readonly providerId: string; readonly digest: string },
): Promise<void> {
  const digest = Buffer.from(told.digest, 'hex');
  await db.write(actor, async (tx) => {
    const provider = await readProvider(tx, told.providerId);
    const kept = provider && (await lockCallback(tx, provider.id, digest));
    if (!provider || !kept) return;
    const callback = readWith(hands, provider, {}, kept.body);
    for (const parcel of callback?.told ?? []) await hearParcel(actor, tx, provider, parcel);
    await noteProvider(tx, provider, null);
    await markHandled(tx, provider.id, digest);
    await forgetCallbacks(tx);
  });
}

async function hearParcel(actor: SystemActor, tx: Tx, provider: ProviderRow, told: ToldParcel) {
  for (const watch of await watchesOfNumber(tx, provider.id, told.number)) {
    if (provider.shopId !== null && provider.shopId !== watch.shopId) continue;
    await take(actor, tx, provider, watch, told);
    await noteHeard(tx, watch.parcelId, now());
    await followOrders(actor, tx, [watch.orderId]);
    await decide(actor, tx, watch.parcelId);
  }
}
