import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { system } from '../src/kernel/actor.ts';
import { now } from '../src/kernel/clock.ts';
import type { Db } from '../src/kernel/db.ts';
import { emit, eventType } from '../src/kernel/events.ts';
import { newId } from '../src/kernel/ids.ts';
import { teamClock } from '../src/kernel/teams.ts';
import { seal } from '../src/modules/access/index.ts';
import { secretPurpose, type WebhookPorts } from '../src/modules/webhooks/ports.ts';
import { secretText } from '../src/modules/webhooks/sign.rules.ts';
import type { WebhookRow } from '../src/modules/webhooks/tables.ts';
import { insertWebhook } from '../src/modules/webhooks/webhook.store.ts';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  readonly letter: {
    id: string;
    type: string;
    subject: string;
    seq: number;
    data: Record<string, unknown>;
  };
}

/** A receiver on this machine; `answer` decides what each request is told. */
export async function receiver(
  answer: (letter: Received['letter'], nth: number) => number | Promise<number> = () => 204,
  headers: Record<string, string> = {},
) {
  const got: Received[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const letter = JSON.parse(raw) as Received['letter'];
      got.push({ headers: request.headers, raw, letter });
      reply.writeHead(await answer(letter, got.length), headers).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    got,
    url: `http://127.0.0.1:${port}/hook`,
    allowed: `127.0.0.1:${port}`,
    close: () =>
      new Promise<unknown>((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

export type Receiver = Awaited<ReturnType<typeof receiver>>;

export const secretKey = 'a secret of the tests, long enough to be one';
export const token = Buffer.alloc(32, 7).toString('base64url');
export const secret = secretText(token);

export const portsFor = (...receivers: readonly Receiver[]): WebhookPorts => ({
  secretKey,
  outboundAllowed: receivers.map(({ allowed }) => allowed),
});

/** A webhook as if somebody had set it up just now. */
export async function hook(
  db: Db,
  team: string,
  given: Pick<WebhookRow, 'url' | 'creatorId'> & Partial<WebhookRow>,
): Promise<string> {
  const id = newId();
  await db.write(system(team, 'test'), async (tx) => {
    const row: WebhookRow = {
      ...{
        id,
        name: 'ERP',
        types: ['order.acted', 'order.remarked'],
        shopIds: null,
        enabled: true,
      },
      ...{ pausedAt: null, pausedWhy: null, failures: 0, failingSince: null, restUntil: null },
      ...{ oldSecret: null, oldSecretUntil: null, secret: seal(secretKey, secretPurpose, secret) },
      ...{ seq: (await teamClock(tx)).seq, createdAt: now(), creatorKind: 'member' },
      ...given,
    };
    await insertWebhook(tx, row);
  });
  return id;
}

/** Something happens to an order. */
export async function happen(
  db: Db,
  team: string,
  shop: string,
  subject: string,
  n: number,
  type = 'order.acted',
) {
  const actor = system(team, 'test');
  const event = eventType(type);
  if (!event) throw new Error(`no event ${type}`);
  await db.write(actor, async (tx) =>
    emit(tx, event, { subject, reach: { shop }, actor, data: { n } }),
  );
}
