import type { InputOf, outreach, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { clock, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { hostAddress } from '../../kernel/outbound.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { briefShops } from '../shops/index.ts';
import {
  deleteGateway,
  type GatewayRow,
  gatewayOfId,
  gatewayRows,
  insertGateway,
  lockGateway,
  saveGateway,
  type Traffic,
  trafficOf,
} from './gateway.store.ts';
import { callbackUrlOf, makerOf, openSecrets, sealSecrets } from './open-gateways.ts';
import type { OutreachNeeds } from './ports.ts';

type Shown = ReplyOf<typeof outreach.createMessageGateway>;

const dayMs = 86_400_000;
const mostGateways = 20;
const calmPerSecond = 10;

/** A gateway of the whole team is for those who work for the whole team. */
export function mayManage(actor: StaffActor, shopIds: readonly string[] | null): boolean {
  const sight = sightOf(actor, 'gateways.manage');
  if (!sight) return false;
  return sight.shops === null || (shopIds?.every((shop) => sight.shops?.includes(shop)) ?? false);
}

const callsBack = new Set(['aliyun', 'tencent', 'twilio']);

function shownGateway(
  needs: OutreachNeeds,
  team: string,
  row: GatewayRow,
  traffic: Traffic | undefined,
): Shown {
  const { secrets: _secrets, version: _version, ...g } = row;
  return {
    ...g,
    kind: g.kind as Shown['kind'],
    shopIds: g.shopIds ? [...g.shopIds] : null,
    stateAt: g.stateAt.toISOString(),
    waiting: traffic?.waiting ?? 0,
    unknown: traffic?.unknown ?? 0,
    sentToday: traffic?.sentToday ?? 0,
    partsToday: traffic?.partsToday ?? 0,
    callbackUrl: callsBack.has(g.kind) ? callbackUrlOf(needs, team, g.id) : null,
    can: [
      ...['updateMessageGateway', 'removeMessageGateway', 'testMessageGateway'],
      ...(g.kind === 'sandbox' ? ['listSandboxMessages'] : []),
    ],
  };
}

/** The gateway as it is now. */
export async function showGateway(
  needs: OutreachNeeds,
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<Shown | Refusal<'gateway.not_found'>> {
  const row = await gatewayOfId(tx, id);
  if (!row || !mayManage(actor, row.shopIds)) return refuse('gateway.not_found');
  const traffic = await trafficOf(tx, new Date(clock.now() - dayMs));
  return shownGateway(
    needs,
    actor.team,
    row,
    traffic.find(({ gatewayId }) => gatewayId === id),
  );
}

/** Gateways this reader manages. */
export const listMessageGatewaysWith =
  (needs: OutreachNeeds) => async (actor: StaffActor, tx: Tx) => {
    const traffic = await trafficOf(tx, new Date(clock.now() - dayMs));
    const rows = await gatewayRows(tx);
    const items = rows
      .filter(({ shopIds }) => mayManage(actor, shopIds))
      .map((row) =>
        shownGateway(
          needs,
          actor.team,
          row,
          traffic.find(({ gatewayId }) => gatewayId === row.id),
        ),
      );
    return { items };
  };

type Words = Readonly<Record<string, string>>;

/** Names that are needed and not given. */
function lacking(needs: OutreachNeeds, kind: string, options: Words, secrets: Words): string[] {
  const maker = makerOf(needs, kind);
  const missing = (names: readonly string[], given: Words) =>
    names.filter((name) => !name.endsWith('?') && !given[name]);
  return [...missing(maker.options, options), ...missing(maker.secrets, secrets)];
}

/** Only what the kind knows is kept. */
function known(names: readonly string[], given: Words): Record<string, string> {
  const wanted = new Set(names.map((name) => name.replace(/\?$/, '')));
  return Object.fromEntries(Object.entries(given).filter(([name]) => wanted.has(name)));
}

/** Hosts of our own network are none for messages; for kinds that name their host. */
async function checkHost({ config }: OutreachNeeds, { host, port }: Words) {
  if (!host) return null;
  const found = await hostAddress(host, Number(port), { allowed: config.outboundAllowed });
  return found === null ? refuse('gateway.host_refused', { host }) : null;
}

async function checkShops(actor: StaffActor, tx: Tx, shopIds: readonly string[] | null) {
  if (!mayManage(actor, shopIds)) return refuse('shop.not_found');
  if (shopIds === null) return null;
  return (await briefShops(tx, shopIds)).length === shopIds.length
    ? null
    : refuse('shop.not_found');
}

const shopsMeant = (actor: StaffActor, shopIds: readonly string[] | null) => {
  const own = sightOf(actor, 'gateways.manage')?.shops ?? null;
  return (shopIds ?? own) === null ? null : [...(shopIds ?? own ?? [])];
};

function audit(
  tx: Tx,
  actor: StaffActor,
  action: string,
  row: Pick<GatewayRow, 'id' | 'name' | 'kind' | 'shopIds'>,
  after?: object,
) {
  const { id, name, kind, shopIds } = row;
  record(tx, actor, {
    action,
    subject: { kind: 'gateway', id },
    after: { name, kind, ...after },
    shop: shopIds?.[0] ?? null,
  });
}

/** Adds a gateway. */
export const createMessageGatewayWith =
  (needs: OutreachNeeds) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof outreach.createMessageGateway>) => {
    const { kind, channel, name } = input;
    const maker = makerOf(needs, kind);
    const options = known(maker.options, input.options);
    const secrets = known(maker.secrets, input.secrets);
    const shopIds = shopsMeant(actor, input.shopIds);
    const refused = await checkShops(actor, tx, shopIds);
    if (refused) return refused;
    const names = lacking(needs, kind, options, secrets);
    if (!maker.channels.includes(channel)) names.push('channel');
    if (names.length > 0) return refuse('gateway.setting_missing', { names: names.join(', ') });
    const barred = await checkHost(needs, options);
    if (barred) return barred;
    if ((await gatewayRows(tx)).length >= mostGateways)
      return refuse('gateway.too_many', { most: mostGateways });
    const row = {
      ...{ id: newId(), kind, channel, name, shopIds, options, enabled: true },
      ...{ secrets: sealSecrets(needs, secrets), perSecond: input.perSecond ?? calmPerSecond },
      ...{ priceMicros: input.priceMicros ?? null, currency: input.currency ?? null },
    };
    await insertGateway(tx, row, now());
    audit(tx, actor, 'gateway.created', row, { options });
    return asShown(await showGateway(needs, actor, tx, row.id));
  };

/** Kept secrets go nowhere else than where they were given for. */
const placesOf = ({ endpoint, host, port, tls, accountSid }: Words) =>
  JSON.stringify([endpoint ?? '', host ?? '', port ?? '', tls ?? '', accountSid ?? '']);

/** Changes a gateway. Another place needs its secrets given anew. */
export const updateMessageGatewayWith =
  (needs: OutreachNeeds) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof outreach.updateMessageGateway>) => {
    const { gatewayId, secrets: given, options: wanted, shopIds: chosen, ...change } = input;
    const before = await lockGateway(tx, gatewayId);
    if (!before || !mayManage(actor, before.shopIds)) return refuse('gateway.not_found');
    const maker = makerOf(needs, before.kind);
    const shopIds = chosen === undefined ? before.shopIds : shopsMeant(actor, chosen);
    const refused = await checkShops(actor, tx, shopIds);
    if (refused) return refused;
    const options = wanted === undefined ? before.options : known(maker.options, wanted);
    const kept =
      placesOf(options) === placesOf(before.options) ? openSecrets(needs, before.secrets) : {};
    const secrets = { ...kept, ...known(maker.secrets, given ?? {}) };
    const names = lacking(needs, before.kind, options, secrets);
    if (names.length > 0) return refuse('gateway.setting_missing', { names: names.join(', ') });
    const barred = wanted === undefined ? null : await checkHost(needs, options);
    if (barred) return barred;
    const after = { ...before, ...change, shopIds, options, secrets: sealSecrets(needs, secrets) };
    await saveGateway(tx, after);
    audit(tx, actor, 'gateway.changed', after, { ...change, ...(wanted ? { options } : {}) });
    return asShown(await showGateway(needs, actor, tx, gatewayId));
  };

/** Removes a gateway through which nothing is on its way. */
export async function removeMessageGateway(
  actor: StaffActor,
  tx: Tx,
  { gatewayId }: InputOf<typeof outreach.removeMessageGateway>,
) {
  const row = await lockGateway(tx, gatewayId);
  if (!row || !mayManage(actor, row.shopIds)) return refuse('gateway.not_found');
  const traffic = await trafficOf(tx, now());
  const count = traffic.find((one) => one.gatewayId === gatewayId)?.waiting ?? 0;
  if (count > 0) return refuse('gateway.in_use', { count });
  await deleteGateway(tx, gatewayId);
  audit(tx, actor, 'gateway.removed', row);
  return undefined;
}

function asShown(shown: Shown | Refusal<'gateway.not_found'>): Shown {
  if (isRefusal(shown)) throw new Error('a gateway vanished');
  return shown;
}
