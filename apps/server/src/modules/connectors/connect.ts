import type { connectors, InputOf } from '@guitai/contract';
import { type StaffActor, type SystemActor, system } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { type Connection, findShop, insertConnection, saveConnection } from '../shops/index.ts';
import { compareMirror, nextNight } from './compare.ts';
import { reachConnection, showConnection } from './connection.ts';
import { noteHealth, tellConnection, wakeWrites } from './health.ts';
import { compare, compareKey, tend, tendKey } from './jobs.ts';
import { connectorOf, type Hands, openLine, openSecrets, sealSecrets } from './open-line.ts';
import { tendConnection } from './tend.ts';

type Secrets = Readonly<Record<string, string>>;
type Draft = Pick<Connection, 'id' | 'kind' | 'url' | 'options'>;

const goodUrl = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === '';

/** Whether a platform can be reached and lets us in with these. */
async function tryLine(hands: Hands, draft: Draft, secrets: Secrets) {
  if (!goodUrl(draft.url)) return refuse('connection.url_invalid');
  const names = connectorOf(hands, draft.kind)
    .secrets.filter((name) => !name.endsWith('?'))
    .filter((name) => !secrets[name]);
  if (names.length > 0) return refuse('connection.secret_missing', { names: names.join(', ') });
  const trouble = await openLine(hands, draft, secrets).check();
  if (!trouble) return null;
  const why = trouble.detail;
  return trouble.trouble === 'denied'
    ? refuse('connection.not_let_in', { why })
    : refuse('connection.not_reached', { why });
}

/** Plans the rounds of a connection. */
async function begin(tx: Tx, connectionId: string): Promise<void> {
  await enqueue(tx, tend, { connectionId }, { key: tendKey(connectionId) });
  const night = { key: compareKey(connectionId), runAt: nextNight(connectionId) };
  await enqueue(tx, compare, { connectionId }, night);
}

/** Connects a shop. The platform is asked first, outside of any transaction. */
export const createConnectionWith =
  (hands: Hands) =>
  async (actor: StaffActor, { db }: Bare, input: InputOf<typeof connectors.createConnection>) => {
    const { shopId, kind, url, secrets } = input;
    const shop = await db.read(actor, (tx) => findShop(tx, shopId));
    if (!shop || can(actor, 'connections.manage', { shop: shopId }) !== 'yes')
      return refuse('shop.not_found');
    if (shop.kind === 'built-in') return refuse('connection.own_shop');
    const draft = { id: newId(), kind, url, options: { currency: shop.currency } };
    const barred = await tryLine(hands, draft, secrets);
    if (barred) return barred;
    return db.write(actor, async (tx) => {
      const { capabilities } = connectorOf(hands, kind);
      const made = { ...draft, shopId, capabilities, secrets: sealSecrets(hands, secrets) };
      if (!(await insertConnection(tx, made))) return refuse('connection.exists');
      await noteHealth(actor, tx, made, null);
      await begin(tx, made.id);
      record(tx, actor, {
        action: 'connection.created',
        subject: { kind: 'connection', id: made.id },
        after: { kind, url },
        shop: shopId,
      });
      const shown = await showConnection(actor, tx, made.id);
      if (isRefusal(shown)) throw new Error('a connection vanished');
      return shown;
    });
  };

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);

/** Credentials that are kept go nowhere else than where they were given for: another host needs its own. */
function secretsFor(
  hands: Hands,
  before: Connection,
  { url = before.url, secrets }: { readonly url?: string; readonly secrets?: Secrets },
): Secrets {
  const same = originOf(url) === originOf(before.url);
  return { ...(same ? openSecrets(hands, before.secrets) : {}), ...secrets };
}

/** Changes a connection; another address or other credentials are tried first. */
export const updateConnectionWith =
  (hands: Hands) =>
  async (actor: StaffActor, { db }: Bare, input: InputOf<typeof connectors.updateConnection>) => {
    const before = await db.read(actor, (tx) => reachConnection(actor, tx, input.connectionId));
    if (isRefusal(before)) return before;
    const secrets = secretsFor(hands, before, input);
    const after: Connection = {
      ...before,
      url: input.url ?? before.url,
      enabled: input.enabled ?? before.enabled,
      capabilities: connectorOf(hands, before.kind).capabilities,
      secrets: sealSecrets(hands, secrets),
    };
    const reached = input.url !== undefined || input.secrets !== undefined;
    const barred = reached ? await tryLine(hands, after, secrets) : null;
    if (barred) return barred;
    return db.write(actor, async (tx) => {
      await saveConnection(tx, after);
      if (reached) await noteHealth(actor, tx, after, null);
      if (after.enabled) await begin(tx, after.id);
      if (after.enabled) await wakeWrites(tx, after.shopId);
      record(tx, actor, {
        action: 'connection.changed',
        subject: { kind: 'connection', id: after.id },
        before: { url: before.url, enabled: before.enabled },
        after: { url: after.url, enabled: after.enabled, secrets: input.secrets !== undefined },
        shop: after.shopId,
      });
      await tellConnection(actor, tx, after.id);
      return showConnection(actor, tx, after.id);
    });
  };

type Round = (hands: Hands, db: Bare['db'], actor: SystemActor, id: string) => Promise<unknown>;

const roundWith =
  (hands: Hands, round: Round) =>
  async (actor: StaffActor, { db }: Bare, { connectionId }: { readonly connectionId: string }) => {
    const found = await db.read(actor, (tx) => reachConnection(actor, tx, connectionId));
    if (isRefusal(found)) return found;
    await round(hands, db, system(actor.team, 'connectors.asked'), connectionId);
    return db.read(actor, (tx) => showConnection(actor, tx, connectionId));
  };

/** SHOP-02: how the platform is, asked now; what changed there is read on the way. */
export const checkConnectionWith = (hands: Hands) => roundWith(hands, tendConnection);

/** SHOP-12: compares mirror and platform now. */
export const compareConnectionWith = (hands: Hands) => roundWith(hands, compareMirror);
