import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { secretText, signedHeaders } from './sign.rules.ts';

const secret = secretText(Buffer.alloc(32, 3).toString('base64url'));
const other = secretText(Buffer.alloc(32, 4).toString('base64url'));
const body = '{"id":"evt_1","type":"order.acted","subject":"o"}';

/** The receiver of the documentation, as it stands there. */
function sample(): string {
  const docs = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
  return /```js\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let port = 0;
let said = '';
let child: ReturnType<typeof spawn>;

beforeAll(async () => {
  port = await freePort();
  const file = join(mkdtempSync(join(tmpdir(), 'guitai-sample-')), 'receiver.mjs');
  writeFileSync(file, sample());
  child = spawn(process.execPath, [file], {
    env: { GUITAI_WEBHOOK_SECRET: secret, PORT: String(port) },
  });
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  for (let tries = 0; tries < 100 && (await send(body, {}).catch(() => 0)) === 0; tries += 1)
    await sleep(50);
});

afterAll(() => {
  child.kill();
});

/** Status of a request to the sample. */
function send(text: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    void import('node:http').then(({ request }) =>
      request({ port, host: '127.0.0.1', method: 'POST', headers }, (reply) => {
        reply.resume();
        done(reply.statusCode ?? 0);
      })
        .on('error', failed)
        .end(text),
    );
  });
}

const at = (secondsAgo: number) => Math.floor(Date.now() / 1000) - secondsAgo;
const signed = (secrets: string[], timestamp: number) =>
  signedHeaders(secrets, { id: 'evt_1', timestamp, body });

it('API-02 the receiver of the documentation takes what is signed and turns away what is not, what is changed and what is old', async () => {
  expect(await send(body, signed([secret], at(0)))).toBe(204);
  expect(await send(body, signed([other, secret], at(0)))).toBe(204);
  expect(await send(body, signed([other], at(0)))).toBe(401);
  expect(await send(`${body} `, signed([secret], at(0)))).toBe(401);
  expect(await send(body, { ...signed([secret], at(0)), 'webhook-id': 'evt_2' })).toBe(401);
  expect(
    await send(body, { ...signed([secret], at(0)), 'webhook-timestamp': String(at(-9)) }),
  ).toBe(401);
  expect(await send(body, signed([secret], at(301)))).toBe(401);
  expect(await send(body, {})).toBe(401);
  expect(said.match(/order\.acted/g)).toHaveLength(1);
});
