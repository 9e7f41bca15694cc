import { randomBytes } from 'node:crypto';
import { conversations } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../test/office.ts';
import { codeOf, type Talk, talk } from '../../../test/talk.ts';

let t: Talk;
let desk: Browser;
let conversationId: string;
beforeAll(async () => {
  t = await talk();
  desk = await t.as('何雅琴');
  conversationId = (await t.asks()).id;
});

const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_500_000)]);
const begin = (size = bytes.length) =>
  desk.call(conversations.beginUpload, { conversationId, name: '说明书.pdf', size });

/** One piece over plain HTTP, as a browser sends it. */
async function put(who: Browser, uploadId: string, offset: number, piece: Buffer) {
  const edge = 'edge-of-a-piece';
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="x"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const reply = await t.built.app.inject({
    method: 'PUT',
    url: `/api/uploads/${uploadId}/pieces/${offset}`,
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      cookie: [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: 'http://desk.test',
    },
    payload: Buffer.concat([Buffer.from(head), piece, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
  return reply.json<{
    code?: string;
    received: number;
    file: { id: string; name: string } | null;
  }>();
}

describe('ATT-01 a file in pieces', () => {
  it('goes on where it stopped and arrives as it was', async () => {
    const { id, pieceBytes } = await begin();
    await put(desk, id, 0, bytes.subarray(0, pieceBytes));
    const { received } = await desk.call(conversations.getUpload, { uploadId: id });
    expect(received).toBe(pieceBytes);
    expect(await put(desk, id, 0, bytes.subarray(0, pieceBytes))).toMatchObject({
      code: 'upload.offset_wrong',
      params: { received },
    });
    await put(desk, id, received, bytes.subarray(received, 2 * pieceBytes));
    const done = await put(desk, id, 2 * pieceBytes, bytes.subarray(2 * pieceBytes));
    expect(done.file?.name).toBe('说明书.pdf');
    const kept = await desk.raw({ method: 'GET', path: `/api/files/${done.file?.id}` });
    expect(kept.headers['content-length']).toBe(String(bytes.length));
  });

  it('is nobody else’s, holds no more than it said, and forgets nothing of the checks of a file', async () => {
    const { id } = await begin(200);
    const lead = await t.as('周启明');
    expect((await put(lead, id, 0, bytes.subarray(0, 10))).code).toBe('upload.not_found');
    expect((await put(desk, id, 0, bytes.subarray(0, 201))).code).toBe('upload.offset_wrong');
    expect((await put(desk, id, 5, bytes.subarray(0, 10))).code).toBe('upload.offset_wrong');
    const page = Buffer.from('<html><script>alert(1)</script></html>'.padEnd(200));
    expect((await put(desk, id, 0, page)).code).toBe('file.refused_type');
    expect(await codeOf(begin(21 * 1_048_576))).toBe('file.too_large');
  });

  it('completes what was interrupted between the last piece and the answer', async () => {
    const small = bytes.subarray(0, 5_000);
    const { id } = await begin(small.length);
    const [one, two] = await Promise.all([put(desk, id, 0, small), put(desk, id, 0, small)]);
    const files = [one, two].flatMap(({ file }) => (file ? [file.id] : []));
    expect(files.length).toBeGreaterThanOrEqual(1);
    expect((await put(desk, id, small.length, Buffer.alloc(0))).file?.id).toBeDefined();
  });
});
