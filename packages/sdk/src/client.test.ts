import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoint, Strict, Type } from '@guitai/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient, mayRetry, ProblemError } from './index.ts';

const Id = Type.Object({ orderId: Type.String() });
const getOrder = endpoint({
  id: 'getOrder',
  method: 'GET',
  path: '/orders/:orderId',
  summary: 'One order.',
  params: Id,
  query: Strict({ with: Type.Optional(Type.Array(Type.String())) }),
  reply: Type.Object({ number: Type.String() }),
  errors: ['order.not_found'],
});
const addRemark = endpoint({
  id: 'addRemark',
  method: 'POST',
  path: '/orders/:orderId/remarks',
  summary: 'Adds a remark.',
  params: Id,
  body: Strict({ text: Type.String() }),
});
const uploadFile = endpoint({
  id: 'uploadFile',
  method: 'POST',
  path: '/files',
  summary: 'Keeps a file.',
  transfer: 'form',
  body: Strict({ purpose: Type.String() }),
  reply: Type.Object({ id: Type.String() }),
});
const signOut = endpoint({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Signs out.',
});

interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

describe('the client speaks to a real server', () => {
  let seen: Seen | undefined;
  let answer: { status: number; body: string } = { status: 200, body: '{}' };
  let baseUrl = '';
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    seen = { method, url, headers, body: Buffer.concat(parts).toString() };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    seen = undefined;
    answer = { status: 200, body: '{"number":"A-1","id":"f1"}' };
  });
  const client = () => createClient({ baseUrl, locale: 'zh-TW', headers: { authorization: 'x' } });

  test('input is divided into path, query and body', async () => {
    const order = await client().call(getOrder, { orderId: 'a/b', with: ['items', 'parcels'] });
    expect(order.number).toBe('A-1');
    expect(seen?.url).toBe('/api/orders/a%2Fb?with=items&with=parcels');
    expect(seen?.headers['accept-language']).toBe('zh-TW');
    expect(seen?.headers.authorization).toBe('x');
    expect(seen?.headers['idempotency-key']).toBeUndefined();
  });

  test('every mutation carries an idempotency key, the caller may choose it', async () => {
    answer = { status: 204, body: '' };
    await client().call(addRemark, { orderId: '1', text: '只收顺丰' });
    expect(JSON.parse(seen?.body ?? '')).toEqual({ text: '只收顺丰' });
    expect(seen?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    await client().call(addRemark, { orderId: '1', text: 'x' }, { idempotencyKey: 'key-12345' });
    expect(seen?.headers['idempotency-key']).toBe('key-12345');
  });

  test('input may be left out where nothing is required', async () => {
    answer = { status: 204, body: '' };
    expect(await client().call(signOut)).toBeUndefined();
    expect(seen?.method).toBe('DELETE');
  });

  test('a refusal is thrown as a typed problem, or returned by attempt', async () => {
    answer = {
      status: 404,
      body: '{"type":"t","title":"t","status":404,"code":"order.not_found","detail":"没有这个订单"}',
    };
    await expect(client().call(getOrder, { orderId: '1' })).rejects.toMatchObject({
      code: 'order.not_found',
      message: '没有这个订单',
    });
    const outcome = await client().attempt(getOrder, { orderId: '1' });
    expect(outcome.ok ? '' : outcome.problem.code).toBe('order.not_found');
  });

  test('an answer that is not the API and no answer at all are problems too', async () => {
    answer = { status: 502, body: '<html>' };
    await expect(client().call(getOrder, { orderId: '1' })).rejects.toBeInstanceOf(ProblemError);
    answer = { status: 200, body: '<html>' };
    const unreadable = await client().attempt(getOrder, { orderId: '1' });
    expect(unreadable.ok ? '' : unreadable.problem.code).toBe('network.unreadable');
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:9' });
    const outcome = await nobody.attempt(getOrder, { orderId: '1' });
    expect(!outcome.ok && outcome.problem.code).toBe('network.unreachable');
    expect(!outcome.ok && mayRetry(outcome.problem)).toBe(true);
  });

  test('a file is sent as a form with its fields before it', async () => {
    const kept = await client().upload(uploadFile, { purpose: 'chat' }, new Blob(['hi']), {
      name: '发票.txt',
    });
    expect(kept.id).toBe('f1');
    expect(seen?.headers['content-type']).toMatch(/^multipart\/form-data; boundary/);
    expect(seen?.body.indexOf('purpose')).toBeLessThan(seen?.body.indexOf('发票.txt') ?? -1);
  });

  test('a cancelled call is told apart from a lost one', async () => {
    const stop = new AbortController();
    stop.abort();
    const outcome = await client().attempt(getOrder, { orderId: '1' }, { signal: stop.signal });
    expect(!outcome.ok && outcome.problem.code).toBe('network.aborted');
  });

  test('an address for a link or a picture', () => {
    expect(client().url(getOrder, { orderId: '7', with: ['a'] })).toBe(
      `${baseUrl}/api/orders/7?with=a`,
    );
  });
});
