import type { InputOf, webhooks } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { clock, now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { teamClock } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { once, seal } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { tellWebhook } from './pause.ts';
import { secretPurpose, type WebhookPorts } from './ports.ts';
import type { shownWebhook } from './shown.ts';
import { secretText } from './sign.rules.ts';
import type { WebhookRow } from './tables.ts';
import { checkUrl } from './url.ts';
import { countWebhooks, insertWebhook, saveWebhook } from './webhook.store.ts';
import { checkWanted, makerOf, reachWebhook, shopsMeant, showWebhook } from './webhook.ts';

const mostWebhooks = 50;
/** For so long an old secret signs beside the new one. */
const overlapMs = 86_400_000;

interface WithSecret {
  readonly webhook: ReturnType<typeof shownWebhook>;
  readonly secret: string;
}

/** The secret stands in this answer and sealed on the webhook, never beside an idempotency key. */
const keyed = (endpoint: string, input: unknown) => ({
  endpoint,
  input,
  kept: ({ webhook }: WithSecret) => webhook,
  again: (webhook: WithSecret['webhook'], token: string) => ({
    webhook,
    secret: secretText(token),
  }),
});

type NewWebhook = InputOf<typeof webhooks.createWebhook>;

async function make(
  ports: WebhookPorts,
  actor: StaffActor,
  tx: Tx,
  input: NewWebhook,
  token: string,
) {
  const shopIds = shopsMeant(actor, input.shopIds);
  const refused =
    (await checkWanted(actor, tx, { types: input.types, shopIds })) ??
    (await checkUrl(ports, input.url));
  if (refused) return refused;
  if ((await countWebhooks(tx)) >= mostWebhooks)
    return refuse('webhook.too_many', { most: mostWebhooks });
  const secret = secretText(token);
  const row: WebhookRow = {
    ...{
      id: newId(),
      name: input.name,
      url: input.url,
      types: input.types,
      shopIds,
      enabled: true,
    },
    ...{ pausedAt: null, pausedWhy: null, failures: 0, failingSince: null, restUntil: null },
    ...{
      oldSecret: null,
      oldSecretUntil: null,
      secret: seal(ports.secretKey, secretPurpose, secret),
    },
    ...{ seq: (await teamClock(tx)).seq, createdAt: now(), ...makerOf(actor) },
  };
  await insertWebhook(tx, row);
  tellWebhook(actor, tx, row);
  const { name, url, types } = row;
  record(tx, actor, {
    action: 'webhook.created',
    subject: { kind: 'webhook', id: row.id },
    after: { name, url, types, shopIds },
  });
  return { webhook: await showWebhook(tx, row), secret };
}

/** Sets up a webhook from now on. */
export const createWebhookWith =
  (ports: WebhookPorts) => (actor: StaffActor, bare: Bare, input: NewWebhook) =>
    once(actor, bare, ports.secretKey, keyed('createWebhook', input), (tx, token) =>
      make(ports, actor, tx, input, token),
    );

/** A fresh secret; for a day the old one signs beside it, so that the receiver can be changed in between. */
export const rotateWebhookSecretWith =
  (ports: WebhookPorts) =>
  (actor: StaffActor, bare: Bare, input: InputOf<typeof webhooks.rotateWebhookSecret>) =>
    once(actor, bare, ports.secretKey, keyed('rotateWebhookSecret', input), async (tx, token) => {
      const row = await reachWebhook(actor, tx, input.webhookId, true);
      if (isRefusal(row)) return row;
      const secret = secretText(token);
      const after = {
        ...row,
        secret: seal(ports.secretKey, secretPurpose, secret),
        oldSecret: row.secret,
        oldSecretUntil: new Date(clock.now() + overlapMs),
      };
      await saveWebhook(tx, after);
      tellWebhook(actor, tx, after);
      record(tx, actor, {
        action: 'webhook.secret_rotated',
        subject: { kind: 'webhook', id: row.id },
      });
      return { webhook: await showWebhook(tx, after), secret };
    });
