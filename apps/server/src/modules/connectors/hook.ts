import type { connectors, InputOf } from '@guitai/contract';
import { type Actor, type SystemActor, system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { connectionOfId } from '../shops/index.ts';
import { noteHealth } from './health.ts';
import { forgetHooks, keepHook, markHandled, readHookRow } from './hook.store.ts';
import { hear } from './jobs.ts';
import { connectorOf, type Hands, openSecrets, platformOf } from './open-line.ts';
import { isTrouble } from './ports.ts';
import { takeOver } from './take-over.ts';

const refused = () => refuse('connection.hook_refused');

/**
 * SHOP-12: what a platform tells is verified, kept once by the platform's id of it, and committed before it is answered. It is
 * a hint only: the order is read anew, so neither order nor content of what arrives has to be believed.
 */
export const receiveHookWith =
  (hands: Hands) =>
  async (_actor: Actor, bare: Bare, input: InputOf<typeof connectors.receivePlatformHook>) => {
    const { db, request } = bare;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const actor = system(input.teamId, 'connectors.hook');
    const connection = await db.read(actor, (tx) => connectionOfId(tx, input.connectionId));
    if (!connection) return refused();
    const secrets = openSecrets(hands, connection.secrets);
    const hook = connectorOf(hands, connection.kind).readHook({ secrets }, request.headers, body);
    if (!hook) return refused();
    await db.write(actor, async (tx) => {
      if (!(await keepHook(tx, connection.id, hook))) return;
      if (hook.orderExternalId === null) return markHandled(tx, connection.id, hook.id);
      await enqueue(tx, hear, { connectionId: connection.id, hookId: hook.id });
    });
    return undefined;
  };

/** Reads the order a platform told of. Throws while the platform cannot be read, so that the job is tried again. */
export async function hearHook(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  { connectionId, hookId }: { readonly connectionId: string; readonly hookId: string },
): Promise<void> {
  const [connection, hook] = await db.read(actor, async (tx) => [
    await connectionOfId(tx, connectionId),
    await readHookRow(tx, connectionId, hookId),
  ]);
  if (!connection?.enabled || !hook || hook.handled || hook.orderExternalId === null) return;
  const order = await platformOf(hands, connection).order(hook.orderExternalId);
  const trouble = isTrouble(order) ? order : null;
  await db.write(actor, async (tx) => {
    if (!trouble && order !== null && !isTrouble(order))
      await takeOver(actor, tx, connection, [order]);
    if (!trouble) await markHandled(tx, connectionId, hookId);
    await forgetHooks(tx, connectionId);
    await noteHealth(actor, tx, connection, trouble);
  });
  if (trouble) throw new Error(`${connection.kind}: ${trouble.detail}`);
}
