import { audit } from '@guitai/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { type World, world } from './world.ts';

/** Permissions whose acts move money, rights or personal data: what is refused is on record as well as what is done. */
const weighty =
  /^(orders\.(cancel|address|items|method|price|refund|fulfil|reveal)|payments\.book|goodwill\..+|aftersales\.(open|decide|inspect)|approvals\.decide|limits\..+|members\.(invite|manage)|keys\..+|connections\..+|webhooks\..+|buyers\.(reveal|block)|shops\.(manage|create)|channels\.manage|imports\.run)$/;

/** Reads a pasted text and keeps nothing. */
const harmless = ['readAddress'];

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
});
