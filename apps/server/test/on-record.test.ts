import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type World, world } from './world.ts';

/** Permissions whose acts move money, rights or personal data: what is refused is on record as well as what is done. */
const weighty =
  /^(orders\.(cancel|address|items|method|price|refund|fulfil|reveal)|payments\.book|goodwill\..+|aftersales\.(open|decide|inspect)|approvals\.decide|limits\..+|members\.(invite|manage)|keys\..+|connections\..+|webhooks\..+|buyers\.(reveal|block)|shops\.(manage|create)|channels\.manage|imports\.run)$/;

/** Reads a pasted text and keeps nothing. */
const harmless = ['readAddress'];

const here = join(import.meta.dirname, '..');

/** Names of acts written out where they are put on record. */
function namedActs(): string[] {
  const modules = join(here, 'src/modules');
  const texts = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(join(modules, file), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/\brecord\(tx, [\w.]+, \{\s*action: '([a-z_.]+)'/g)].map(
      ([, name]) => name ?? '',
    ),
  );
}

/** What the desk can say about the log, by name of the act or endpoint. */
function wordedOnDesk(): Set<string> {
  const words = join(here, '../desk/src/features/audit');
  const texts = readdirSync(words)
    .filter((file) => /^(?:audit\.words|deeds\.|attempts\.)/.test(file))
    .map((file) => readFileSync(join(words, file), 'utf8'));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/^ {2}'?([\w.]+)'?: msg\(/gm)].map(([, name]) => name ?? ''),
    ),
  );
}

let w: World;
beforeAll(async () => {
  w = await world();
});

const path = (of: string) => of.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');

describe('G15 SEC-01 on record', () => {
  it('every route that moves money, rights or personal data keeps what it refuses', () => {
    const silent = w.routes
      .filter(({ endpoint, permission }) => endpoint.method !== 'GET' && weighty.test(permission))
      .filter(({ endpoint, audited }) => !audited && !harmless.includes(endpoint.id))
      .map(({ endpoint }) => endpoint.id);
    expect(silent).toEqual([]);
  });

  it('and one who may not leaves exactly one row for each', async () => {
    const observer = await w.as('方予安');
    const owner = await w.as('何雅琴');
    const barred = w.routes.filter(
      ({ endpoint, permission, audited }) =>
        audited && endpoint.method !== 'GET' && weighty.test(permission),
    );
    for (const { endpoint } of barred)
      await observer.raw({ method: endpoint.method, path: `/api${path(endpoint.path)}`, body: {} });
    const { items } = await owner.call(audit.listAuditEntries, { limit: 200 });
    const refused = items
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ action }) => action);
    expect(refused.sort()).toEqual(barred.map(({ endpoint }) => endpoint.id).sort());
  });

  it('is told to the owner in words: no act and no attempt is shown by its code', () => {
    const worded = wordedOnDesk();
    const attempts = w.routes.filter(({ audited }) => audited).map(({ endpoint }) => endpoint.id);
    const acts = namedActs().filter((name) => !name.startsWith('test.'));
    expect(acts.length).toBeGreaterThan(50);
    expect([...acts, ...attempts].filter((name) => !worded.has(name))).toEqual([]);
  });
});
