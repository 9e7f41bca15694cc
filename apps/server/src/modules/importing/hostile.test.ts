import { existsSync, readFileSync } from 'node:fs';
import { importing } from '@guitai/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../kernel/tx.ts';
import { type ImportDesk, importDesk } from './importing.test-help.ts';

let w: ImportDesk['w'];
let lead: ImportDesk['lead'];
let actor: ImportDesk['actor'];
let bring: ImportDesk['bring'];

beforeAll(async () => {
  ({ w, lead, actor, bring } = await importDesk());
});

describe('hostile files', () => {
  const read = (name: string): unknown[] => {
    const file = new URL(`../../../../../../shared/data/hostile/${name}`, import.meta.url);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  };
  const hostile = [
    ...(read('blns.json') as string[]),
    ...(read('hostile-text.json') as { text: string }[]).map((one) => one.text),
    'a\u0000b',
    '\ud83d',
    "'); drop table orders; --",
    '__proto__',
    'constructor',
  ];

  test('every naughty string is stored byte for byte or rejected by name; nothing breaks', async () => {
    await lead.call(importing.saveMapping, {
      name: 'naughty',
      document: { kind: 'buyers', title: 't', fields: { externalId: 'id', name: { path: 'x' } } },
    });
    const rows = hostile.map((text, n) => ({
      id: `h-${n}`,
      x: text.slice(0, 100),
      extra: { [text]: text },
    }));
    const done = await bring('naughty', 'h.json', JSON.stringify(rows));
    expect(done.state).toBe('done');
    expect(done.created + done.rejected).toBe(rows.length);
    const kept = await w.db.read(actor(), (tx) =>
      run<{ id: string; name: string; attributes: { extra?: Record<string, string> } }>(
        tx,
        sql`select a.external_id as id, b.name, b.attributes from buyers b join buyer_accounts a on a.buyer_id = b.id where a.external_id like 'h-%'`,
      ),
    );
    for (const { id, name, attributes } of kept) {
      const text = hostile[Number(id.slice(2))] ?? '';
      expect(name).toBe(text.slice(0, 100));
      expect(Object.entries(attributes.extra ?? {})).toEqual([[text, text]]);
    }
    expect(
      done.problems.every((problem) =>
        ['bad_character', 'too_long', 'too_large'].includes(problem.code),
      ),
    ).toBe(true);
    expect(kept.length).toBeGreaterThan(rows.length - 20);
  });

  test('prototypes are not reached, neither by data nor by paths', async () => {
    await lead.call(importing.saveMapping, {
      name: 'proto',
      document: {
        kind: 'buyers',
        title: 't',
        fields: { externalId: 'id', name: 'constructor.name', level: '__proto__.level' },
      },
    });
    const done = await bring(
      'proto',
      'p.json',
      '[{"id":"pp","__proto__":{"level":"root"},"toString":1}]',
    );
    expect(done).toMatchObject({ created: 1, rejected: 0 });
    const [kept] = await w.db.read(actor(), (tx) =>
      run(
        tx,
        sql`select name, level, attributes from buyers b where exists (select from buyer_accounts where buyer_id = b.id and external_id = 'pp')`,
      ),
    );
    expect(kept).toEqual({ name: '', level: 'root', attributes: { toString: 1 } });
    expect(({} as { level?: string }).level).toBeUndefined();
  });

  test('what the database will not take is found among its batch and rejected alone', async () => {
    await lead.call(importing.saveMapping, {
      name: 'huge',
      document: {
        kind: 'knowledge',
        title: 't',
        fields: { externalId: 'id', title: 't', body: 't' },
      },
    });
    const rows = Array.from({ length: 40 }, (_, n) => ({
      id: `k-${n}`,
      t: '好',
      n: n === 17 ? { deep: 1e-300 } : 1,
    }));
    const bad = JSON.stringify(rows).replace('1e-300', `1${'0'.repeat(140_000)}`);
    const done = await bring('huge', 'k.json', bad);
    expect(done.state).toBe('done');
    expect(done.created + done.rejected).toBe(40);
    expect(done.created).toBeGreaterThanOrEqual(39);
  });
});
