import type { InputOf, webhooks } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { teamClock } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { briefShops } from '../shops/index.ts';
import { waitingOf } from './delivery.store.ts';
import { typesFor } from './letter.ts';
import { tellWebhook } from './pause.ts';
import type { WebhookPorts } from './ports.ts';
import { shownWebhook } from './shown.ts';
import type { WebhookRow } from './tables.ts';
import { checkUrl } from './url.ts';
import { deleteWebhook, listWebhookRows, readWebhook, saveWebhook } from './webhook.store.ts';

/** Webhooks this reader manages, oldest first. */
export async function listWebhooks(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof webhooks.listWebhooks>,
) {
  const place = readCursor<[string]>('webhooks', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const limit = input.limit ?? 50;
  const shops = sightOf(actor, 'webhooks.manage')?.shops ?? null;
  const rows = await listWebhookRows(tx, { shops, after: place?.[0] ?? null, limit: limit + 1 });
  const page = pageOf('webhooks', rows, limit, (row) => [row.id]);
  const { seq } = await teamClock(tx);
  const waiting = await waitingOf(
    tx,
    page.items.map(({ id }) => id),
  );
  const items = page.items.map((row) => shownWebhook(row, waiting.get(row.id) ?? 0, seq));
  return { items, next: page.next };
}

/** Types of events this person may have sent. */
export const listWebhookTypes = async (actor: StaffActor) => ({ items: typesFor(actor) });

/** A webhook this actor manages, locked; otherwise the same refusal as for none. */
export async function reachWebhook(
  actor: StaffActor,
  tx: Tx,
  id: string,
  lock: boolean,
): Promise<WebhookRow | Refusal<'webhook.not_found'>> {
  const row = await readWebhook(tx, id, lock);
  return row && mayManage(actor, row.shopIds) ? row : refuse('webhook.not_found');
}

/** A webhook of the whole team is for those who work for the whole team. */
export const mayManage = (actor: StaffActor, shopIds: readonly string[] | null): boolean => {
  const shops = sightOf(actor, 'webhooks.manage')?.shops ?? null;
  if (shops === null) return can(actor, 'webhooks.manage') === 'yes';
  return shopIds?.every((shop) => shops.includes(shop)) ?? false;
};

/** Without a choice of shops somebody of some shops means these. */
export const shopsMeant = (
  actor: StaffActor,
  shopIds: readonly string[] | null,
): string[] | null => {
  const own = sightOf(actor, 'webhooks.manage')?.shops ?? null;
  return (shopIds ?? own) === null ? null : [...(shopIds ?? own ?? [])];
};

interface Wanted {
  readonly types?: readonly string[];
  readonly shopIds?: readonly string[] | null;
}

/** Refuses types one may not hear of and shops one does not have. */
export async function checkWanted(
  actor: StaffActor,
  tx: Tx,
  { types, shopIds }: Wanted,
): Promise<Refusal<'webhook.type_unknown' | 'shop.not_found'> | null> {
  const known = new Set(typesFor(actor));
  const unknown = types?.find((type) => !known.has(type));
  if (unknown !== undefined) return refuse('webhook.type_unknown', { type: unknown });
  if (!shopIds) return null;
  const found = await briefShops(tx, shopIds);
  return found.length === shopIds.length && mayManage(actor, shopIds)
    ? null
    : refuse('shop.not_found');
}

/** The webhook as it is now; the reply of every change. */
export async function showWebhook(tx: Tx, row: WebhookRow) {
  const waiting = await waitingOf(tx, [row.id]);
  return shownWebhook(row, waiting.get(row.id) ?? 0, (await teamClock(tx)).seq);
}

type Change = InputOf<typeof webhooks.updateWebhook>;

function changed(
  row: WebhookRow,
  { enabled, skipMissed, ...given }: Omit<Change, 'webhookId'>,
  head: number,
): WebhookRow {
  const after = { ...row, ...(given as Partial<WebhookRow>), enabled: enabled ?? row.enabled };
  const fresh = {
    pausedAt: null,
    pausedWhy: null,
    failures: 0,
    failingSince: null,
    restUntil: null,
  };
  return { ...after, ...(enabled ? fresh : {}), seq: skipMissed ? head : row.seq };
}

/** Whether a change says anew where to or what is sent: whoever says so stands for it from then on, with the own grants. */
const isAnew = ({ url, types, shopIds, enabled }: Omit<Change, 'webhookId'>, before: WebhookRow) =>
  url !== undefined ||
  types !== undefined ||
  shopIds !== undefined ||
  (enabled === true && before.pausedWhy === 'creator');

/** Changes what is given. Switching on ends a pause. */
export const updateWebhookWith =
  (ports: WebhookPorts) =>
  async (actor: StaffActor, tx: Tx, { webhookId, ...given }: Change) => {
    const before = await reachWebhook(actor, tx, webhookId, true);
    if (isRefusal(before)) return before;
    const shopIds = given.shopIds === undefined ? before.shopIds : shopsMeant(actor, given.shopIds);
    const anew = isAnew(given, before);
    const after = {
      ...changed(before, { ...given, shopIds }, (await teamClock(tx)).seq),
      ...(anew ? makerOf(actor) : {}),
    };
    const refused =
      (anew ? await checkWanted(actor, tx, after) : null) ??
      (given.url === undefined ? null : await checkUrl(ports, given.url));
    if (refused) return refused;
    await saveWebhook(tx, after);
    tellWebhook(actor, tx, after);
    record(tx, actor, {
      action: 'webhook.changed',
      subject: { kind: 'webhook', id: webhookId },
      before: pick(before, Object.keys(given)),
      after: given,
    });
    return showWebhook(tx, after);
  };

/** In whose name a webhook hears. */
export const makerOf = (actor: StaffActor): Pick<WebhookRow, 'creatorKind' | 'creatorId'> => ({
  creatorKind: actor.kind,
  creatorId: actor.kind === 'member' ? actor.member : actor.key,
});

const pick = (from: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));

/** Ends a webhook; what waits is not sent. */
export async function removeWebhook(
  actor: StaffActor,
  tx: Tx,
  { webhookId }: InputOf<typeof webhooks.removeWebhook>,
) {
  const row = await reachWebhook(actor, tx, webhookId, true);
  if (isRefusal(row)) return row;
  await deleteWebhook(tx, webhookId);
  tellWebhook(actor, tx, row);
  record(tx, actor, {
    action: 'webhook.removed',
    subject: { kind: 'webhook', id: webhookId },
    before: { name: row.name, url: row.url },
  });
  return undefined;
}
