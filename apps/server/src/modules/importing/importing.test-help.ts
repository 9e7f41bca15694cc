import { importing } from '@guitai/contract';
import { sql } from 'kysely';
import type { Browser } from '../../../test/office.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';

type Reply = { status: number; body: importing.ImportShape & { code?: string } };

/** A world whose lead brings files in; runs are carried out when the test says so. */
export async function importDesk() {
  const w = await world();
  const [lead, agent] = await Promise.all([w.as('周启明'), w.as('林小满')]);
  const actor = () => system(w.team, 'test');

  /** Sends a form the way a browser does. */
  const upload = async (
    who: Browser,
    fields: Record<string, string>,
    name: string,
    bytes: string | Buffer,
    key = newId(),
  ): Promise<Reply> => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([bytes as never]), name);
    const request = new Request('http://desk.test', { method: 'POST', body: form });
    const response = await w.app.inject({
      method: 'POST',
      url: '/api/imports',
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        origin: 'http://desk.test',
        'idempotency-key': key,
        cookie: [...who.cookies].map(([cookie, value]) => `${cookie}=${value}`).join('; '),
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return { status: response.statusCode, body: response.json() };
  };

  /** Carries out the planned run, as the worker would. */
  const work = async (importId: string): Promise<importing.ImportShape> => {
    const job = w.modules
      .flatMap((module) => module.jobs)
      .find((one) => one.name === 'importing.run');
    await job?.performBare?.(actor(), w.db, { importId } as never);
    return lead.call(importing.getImport, { importId });
  };

  const bring = async (
    mapping: string,
    name: string,
    bytes: string | Buffer,
    more: Record<string, string> = {},
  ) => {
    const { status, body } = await upload(lead, { shopId: w.shop, mapping, ...more }, name, bytes);
    if (status !== 200) throw new Error(`${status} ${body.code}`);
    return work(body.id);
  };

  const count = async (table: string) => {
    const [row] = await w.db.read(actor(), (tx) =>
      run<{ n: number }>(tx, sql`select count(*)::int as n from ${sql.ref(table)}`),
    );
    return row?.n ?? 0;
  };

  return { w, lead, agent, actor, upload, work, bring, count };
}

export type ImportDesk = Awaited<ReturnType<typeof importDesk>>;
