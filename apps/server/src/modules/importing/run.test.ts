import { importing } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { type ImportDesk, importDesk } from './importing.test-help.ts';
import { claimRun } from './run.store.ts';

let w: ImportDesk['w'];
let lead: ImportDesk['lead'];
let actor: ImportDesk['actor'];
let upload: ImportDesk['upload'];
let work: ImportDesk['work'];
let bring: ImportDesk['bring'];

beforeAll(async () => {
  ({ w, lead, actor, upload, work, bring } = await importDesk());
  await lead.call(importing.saveMapping, {
    name: 'texts',
    document: {
      kind: 'knowledge',
      title: 't',
      fields: { externalId: 'id', title: 't', body: 't' },
    },
  });
});

describe('a run outlives its process', () => {
  const rows = (n: number) =>
    JSON.stringify(Array.from({ length: n }, (_, at) => ({ id: `r-${at}`, t: `第 ${at} 条` })));

  test('taken over after silence it goes on where it stood, and nothing is missed or doubled', async () => {
    const { body } = await upload(lead, { shopId: w.shop, mapping: 'texts' }, 'r.json', rows(900));
    await w.db.write(actor(), async (tx) => {
      await claimRun(tx, body.id, newId());
      await run(
        tx,
        sql`update imports set read = 250, created = 250, beat_at = now() - interval '2 minutes' where id = ${body.id}`,
      );
    });
    expect(await lead.call(importing.getImport, { importId: body.id })).toMatchObject({
      state: 'interrupted',
    });
    const done = await work(body.id);
    expect(done).toMatchObject({ state: 'done', read: 900, created: 900 });
    expect(await bring('texts', 'r.json', rows(900))).toMatchObject({
      created: 250,
      unchanged: 650,
    });
  });

  test('two processes at one run: one of them reads', async () => {
    const { body } = await upload(lead, { shopId: w.shop, mapping: 'texts' }, 'r.json', rows(300));
    const [one, two] = await Promise.all([work(body.id), work(body.id)]);
    expect([one?.state, two?.state]).toContain('done');
    const last = await lead.call(importing.getImport, { importId: body.id });
    expect(last.created + last.changed + last.unchanged).toBe(300);
  });

  test('a cancelled run stops and keeps what it had', async () => {
    const { body } = await upload(lead, { shopId: w.shop, mapping: 'texts' }, 'r.json', rows(300));
    const stopped = await lead.call(importing.cancelImport, { importId: body.id });
    expect(stopped.state).toBe('cancelled');
    expect(await work(body.id)).toMatchObject({ state: 'cancelled', read: 0 });
    expect(outcomeOf(await lead.attempt(importing.cancelImport, { importId: body.id }))).toBe(
      'import.already_over',
    );
  });

  test('a file that is gone is said to be gone', async () => {
    const { body } = await upload(lead, { shopId: w.shop, mapping: 'texts' }, 'r.json', rows(3));
    const forget = w.modules
      .flatMap((module) => module.jobs)
      .find((one) => one.name === 'importing.forget');
    await w.db.write(actor(), async (tx) =>
      forget?.perform(actor(), tx, { importId: body.id } as never),
    );
    expect(await work(body.id)).toMatchObject({
      state: 'failed',
      failure: '文件已不再保留，请重新选择。',
    });
    expect(outcomeOf(await lead.attempt(importing.repeatImport, { importId: body.id }))).toBe(
      'import.file_missing',
    );
  });
});
