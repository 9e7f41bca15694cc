import { existsSync, globSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { channels, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { Browser } from '../../../test/office.ts';
import { type Asking, clientKey, codeOf, type Talk, talk } from '../../../test/talk.ts';
import { formOf, picture, telltaleJpeg, type UploadCase, uploadOf } from '../../../test/uploads.ts';
import { startJobs } from '../../kernel/jobs.ts';

let t: Talk;
let desk: Browser;
let asking: Asking;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
  asking = await t.asks();
});

const cookieOf = (browser: Browser) =>
  [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function upload(what: UploadCase, who: Browser = desk, conversationId = asking.id) {
  const { payload, headers } = formOf(what);
  const reply = await t.built.app.inject({
    method: 'POST',
    url: `/api/conversations/${conversationId}/files`,
    headers: { ...headers, cookie: cookieOf(who), origin: 'http://desk.test' },
    payload,
  });
  return {
    status: reply.statusCode,
    json: reply.json() as {
      id: string;
      name: string;
      mime: string;
      code?: string;
      size: number;
      width: number;
    },
  };
}

const buyerHeaders = (who: Asking) => ({
  'guitai-site': t.site,
  'guitai-visitor': who.buyer.secret,
  'x-forwarded-for': '198.51.100.31',
});

async function buyerUpload(what: UploadCase, who: Asking = asking) {
  const { payload, headers } = formOf(what);
  const reply = await t.built.app.inject({
    method: 'POST',
    url: '/api/chat/files',
    headers: { ...headers, ...buyerHeaders(who) },
    payload,
  });
  return {
    status: reply.statusCode,
    json: reply.json() as { file: { id: string; name: string }; code?: string },
  };
}

const fetchFile = (id: string, who: Browser = desk, query = '') =>
  t.built.app.inject({ url: `/api/files/${id}${query}`, headers: { cookie: cookieOf(who) } });
const fetchChatFile = (id: string, who: Asking) =>
  t.built.app.inject({ url: `/api/chat/files/${id}`, headers: buyerHeaders(who) });

const send = (fileId: string, who: Browser = desk) =>
  who.call(conversations.sendMessage, {
    conversationId: asking.id,
    clientKey: clientKey(),
    fileId,
  });

const list = resolve(
  import.meta.dirname,
  '../../../../../../shared/data/hostile/upload-cases.json',
);

describe('uploads', () => {
  it.skipIf(!existsSync(list))(
    'ATT-01 G10 of all hostile uploads none comes back active, under a bad name, or breaks anything',
    async () => {
      const cases: string[] = JSON.parse(readFileSync(list, 'utf8'));
      expect(cases).toHaveLength(52);
      const taken: string[] = [];
      for (const line of cases) {
        if (/10 GB|100 000 parts|split across/.test(line)) continue;
        const { status, json } = await upload(await uploadOf(line));
        expect(status, line).toBeLessThan(500);
        if (status !== 200) continue;
        taken.push(`${line} → ${json.mime}`);
        const served = await fetchFile(json.id);
        expect(served.statusCode, line).toBe(200);
        expect(served.headers['content-disposition'], line).toMatch(/^attachment; /);
        expect(served.headers['x-content-type-options'], line).toBe('nosniff');
        expect(served.headers['content-security-policy'], line).toBe("default-src 'none'; sandbox");
        expect(served.headers['content-type'], line).not.toMatch(/html|svg|xml;|javascript|xhtml/);
        expect(json.name, line).not.toMatch(/[\\/<>":|?*\0]|\p{Cf}|\.(exe|php|html?|js|svg)$/u);
        if (json.mime.startsWith('image/'))
          expect(served.rawPayload.includes('<script'), line).toBe(false);
      }
      const refusedAll = [
        'a.svg',
        'a.svgz',
        'a.html',
        'a.xhtml',
        'a.shtml',
        'a.xml',
        'a.js',
        'a.mjs',
        'a.wasm',
        'a.swf',
        'a.eml',
        'a.php',
        'a.exe',
        'content-type',
        'utf-16 with',
        '65535x65535',
        '10 000 frames',
        'js polyglot',
        'empty 0 bytes',
      ];
      for (const word of refusedAll)
        expect(
          taken.filter(
            (line) => line.startsWith(`${word} →`) || (word.length > 7 && line.includes(word)),
          ),
          word,
        ).toEqual([]);
      expect(taken.length).toBeGreaterThan(10);
    },
  );

  it('ATT-01 re-encodes pictures: no place, no comment, no hidden text, turned upright, with a small one beside', async () => {
    const bytes = await telltaleJpeg();
    expect(bytes.includes('EXIF-MARK')).toBe(true);
    const { json } = await upload({ name: '照片.jpg', type: 'image/jpeg', bytes });
    const served = await fetchFile(json.id);
    expect(served.rawPayload.includes('EXIF-MARK')).toBe(false);
    expect(served.rawPayload.includes('<script')).toBe(false);
    expect((await sharp(served.rawPayload).metadata()).exif).toBeUndefined();
    expect(served.headers['content-disposition']).toContain(
      "filename*=UTF-8''%E7%85%A7%E7%89%87.jpg",
    );
    const small = await fetchFile(json.id, desk, '?size=thumbnail');
    expect(small.headers['content-type']).toBe('image/webp');
    const big = await upload({
      name: 'a.png',
      type: 'image/png',
      bytes: await picture('png', 2_000),
    });
    const shrunk = await sharp(
      (await fetchFile(big.json.id, desk, '?size=thumbnail')).rawPayload,
    ).metadata();
    expect(Math.max(shrunk.width, shrunk.height)).toBe(480);
    expect(big.json.width).toBe(2_000);
  });

  it('ATT-01 refuses what is too large while it streams, and leaves nothing behind', async () => {
    const { server } = t.built.app;
    if (!server.listening) await t.built.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.address() as AddressInfo;
    const { payload, headers } = formOf({
      name: 'a.txt',
      type: 'text/plain',
      bytes: Buffer.from('@@'),
    });
    const [head, tail] = payload.toString('latin1').split('@@') as [string, string];
    const post = (write: (to: NodeJS.WritableStream) => Promise<void>) =>
      new Promise<number>((done, fail) => {
        const sent = request(
          {
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: `/api/conversations/${asking.id}/files`,
            headers: {
              ...headers,
              cookie: cookieOf(desk),
              origin: 'http://desk.test',
              host: 'desk.test',
            },
          },
          (reply) => {
            reply.resume();
            done(reply.statusCode ?? 0);
          },
        );
        sent.on('error', (error) => (sent.destroyed ? undefined : fail(error)));
        void write(sent).catch(() => undefined);
      });
    const paused = () => new Promise((next) => setTimeout(next, 1));
    const large = await post(async (to) => {
      to.write(Buffer.from(head, 'latin1'));
      for (let n = 0; n < 30; n += 1) {
        to.write(Buffer.alloc(1_048_576, 97));
        await paused();
      }
      to.end(Buffer.from(tail, 'latin1'));
    });
    expect(large).toBe(413);
    const split = await post(async (to) => {
      for (const byte of Buffer.from(`${head}words${tail}`, 'latin1'))
        to.write(Buffer.from([byte]));
      to.end();
    });
    expect(split).toBe(200);
    const boundary = '----guitai-test-boundary';
    const many = await post(async (to) => {
      for (let n = 0; n < 100_000; n += 1)
        to.write(`--${boundary}\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nx\r\n`);
      to.end(Buffer.from(`${head}words${tail}`, 'latin1'));
    });
    expect(many).toBeGreaterThanOrEqual(400);
    expect(many).toBeLessThan(500);
  });

  it('ATT-02 at most thirty files of one person wait for their message, also when they come all at once', async () => {
    const colleague = await t.as('周启明');
    const note = { name: 'a.txt', bytes: Buffer.from('一行字'), type: 'text/plain' };
    const sent = await Promise.all(Array.from({ length: 36 }, () => upload(note, colleague)));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(new Set(sent.filter((one) => one.status !== 200).map(({ json }) => json.code))).toEqual(
      new Set(['rate.limited']),
    );
  });

  it('ATT-02 a file belongs to its uploader until a message takes it, then to who may read the conversation', async () => {
    const { json } = await upload({
      name: '报价.txt',
      type: 'text/plain',
      bytes: Buffer.from('报价 100'),
    });
    const observer = await t.as('方予安');
    expect((await fetchFile(json.id, observer)).statusCode).toBe(404);
    expect((await fetchChatFile(json.id, asking)).statusCode).toBe(404);
    const lead = await t.as('周启明');
    expect(await codeOf(send(json.id, lead))).toBe('file.not_found');
    const message = await send(json.id);
    expect(message).toMatchObject({ kind: 'file', file: { id: json.id, name: '报价.txt' } });
    expect(await codeOf(send(json.id))).toBe('file.not_found');
    expect((await fetchFile(json.id, observer)).body).toBe('报价 100');
    expect((await fetchChatFile(json.id, asking)).body).toBe('报价 100');
    const other = await t.asks();
    expect((await fetchChatFile(json.id, other)).statusCode).toBe(404);
    const elsewhere = await (await talk()).as('何雅琴');
    expect((await fetchFile(json.id, elsewhere)).statusCode).toBe(404);
    const again = await t.built.app.inject({
      url: `/api/files/${json.id}`,
      headers: { cookie: cookieOf(desk), 'if-none-match': `"${json.id}"` },
    });
    expect(again.statusCode).toBe(304);
  });

  it('ATT-02 a recalled message’s file is gone, from the disk too', async () => {
    const { json } = await upload({ name: 'a.png', type: 'image/png', bytes: await picture() });
    const { id: messageId } = await send(json.id);
    const keys = await t.rows<{ key: string; small: string }>(
      sql`select key, thumbnail_key as small from chat_files where id = ${json.id}`,
    );
    const onDisk = () =>
      [keys[0]?.key, keys[0]?.small].filter(
        (key) => globSync(join(tmpdir(), `guitai-files-*/files/${key}`)).length > 0,
      );
    expect(onDisk()).toHaveLength(2);
    await desk.call(conversations.recallMessage, { conversationId: asking.id, messageId });
    expect((await fetchFile(json.id)).statusCode).toBe(404);
    expect((await fetchChatFile(json.id, asking)).statusCode).toBe(404);
    const { url, db } = await testDatabase();
    const stop = await startJobs(
      url,
      db,
      t.modules.flatMap(({ name, jobs }) => (name === 'conversations' ? jobs : [])),
    );
    const end = Date.now() + 30_000;
    while (onDisk().length > 0 && Date.now() < end)
      await new Promise((done) => setTimeout(done, 50));
    await stop();
    expect(onDisk()).toEqual([]);
  });

  it('ATT-02 the buyer sends a picture, first thing if they like', async () => {
    const fresh = t.visitor();
    const who: Asking = { id: '', buyer: fresh, say: () => Promise.reject() };
    const { status, json } = await buyerUpload(
      { name: '破损.png', type: 'image/png', bytes: await picture() },
      who,
    );
    expect(status).toBe(200);
    const sent = await fresh.call(channels.sendChatMessage, {
      clientKey: clientKey(),
      fileId: json.file.id,
    });
    expect(sent.message).toMatchObject({ kind: 'image', file: { name: '破损.png' } });
    const seen = await desk.call(conversations.listMessages, {
      conversationId: sent.conversation.id,
    });
    expect(seen.items.at(-1)?.file?.id).toBe(json.file.id);
    expect((await fetchFile(json.file.id)).statusCode).toBe(200);
    const stranger = await t.asks();
    const stolen = stranger.buyer.call(channels.sendChatMessage, {
      clientKey: clientKey(),
      fileId: json.file.id,
    });
    expect(await codeOf(stolen)).toBe('chat.file_not_found');
  });

  it('refuses an upload to a conversation out of sight, without a file, and by who may not answer', async () => {
    const small: UploadCase = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('x') };
    const observer = await t.as('方予安');
    expect((await upload(small, observer)).json.code).toBe('access.denied');
    expect((await upload(small, desk, crypto.randomUUID())).json.code).toBe(
      'conversation.not_found',
    );
    const { payload, headers } = formOf(small, 'other');
    const wrong = await t.built.app.inject({
      method: 'POST',
      url: `/api/conversations/${asking.id}/files`,
      headers: { ...headers, cookie: cookieOf(desk), origin: 'http://desk.test' },
      payload,
    });
    expect(wrong.json().code).toBe('file.missing');
  });
});
