import { existsSync, readFileSync } from 'node:fs';
import { access, webhooks } from '@guitai/contract';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../test/office.ts';
import { happen, receiver, secretKey } from '../../../test/receiver.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { unseal } from '../access/index.ts';
import { collect } from './collect.ts';
import { secretPurpose } from './ports.ts';
import { readWebhook } from './webhook.store.ts';

const wanted = {
  name: 'ERP',
  url: 'https://93.184.215.14/hooks/guitai',
  types: ['order.acted', 'message.posted'],
  shopIds: null,
};

const list = new URL('../../../../../../shared/data/hostile/ssrf-urls.txt', import.meta.url);

describe('API-02 a webhook is set up by those who may', () => {
  it('shows its secret once and keeps it sealed', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { webhook, secret } = await owner.call(webhooks.createWebhook, wanted);
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(webhook).toMatchObject({ ...wanted, enabled: true, paused: null, waiting: 0 });
    expect(JSON.stringify(await owner.call(webhooks.listWebhooks, {}))).not.toContain(secret);
    const row = await w.built.db.read(system(w.team, 'test'), (tx) => readWebhook(tx, webhook.id));
    expect(row && unseal(secretKey, secretPurpose, row.secret)).toBe(secret);
  });

  it('a new secret leaves the old one standing for a day', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { webhook, secret } = await owner.call(webhooks.createWebhook, wanted);
    const rotated = await owner.call(webhooks.rotateWebhookSecret, { webhookId: webhook.id });
    expect(rotated.secret).not.toBe(secret);
    expect(rotated.webhook.oldSecretUntil).not.toBeNull();
  });

  it('an agent and an observer neither see nor make any', async () => {
    const w = await world();
    for (const person of ['林小满', '方予安'] as const) {
      const browser = await w.as(person);
      expect(outcomeOf(await browser.attempt(webhooks.listWebhooks, {}))).toBe('access.denied');
      expect(outcomeOf(await browser.attempt(webhooks.createWebhook, wanted))).toBe(
        'access.denied',
      );
    }
  });

  it('a lead of one shop sees and makes only webhooks of that shop', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    await owner.call(webhooks.createWebhook, wanted);
    const change = { memberId: w.member('周启明'), role: 'lead' as const, shopIds: [w.shop] };
    await owner.call(access.changeMemberRole, change);
    const lead = await w.as('周启明');
    expect((await lead.call(webhooks.listWebhooks, {})).items).toEqual([]);
    const made = await lead.call(webhooks.createWebhook, { ...wanted, name: 'own' });
    expect(made.webhook.shopIds).toEqual([w.shop]);
    const foreign = await lead.attempt(webhooks.createWebhook, { ...wanted, shopIds: [newId()] });
    expect(outcomeOf(foreign)).toBe('shop.not_found');
  });

  it('events about the team itself cannot be asked for', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { items } = await owner.call(webhooks.listWebhookTypes, {});
    expect(items).toContain('order.acted');
    expect(items.filter((type) => /^(session|key|webhook|approval)\./.test(type))).toEqual([]);
    const asked = await owner.attempt(webhooks.createWebhook, {
      ...wanted,
      types: ['session.ended'],
    });
    expect(outcomeOf(asked)).toBe('webhook.type_unknown');
  });

  it('a key cannot turn what somebody else hears towards itself', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { webhook } = await owner.call(webhooks.createWebhook, wanted);
    const { secret } = await owner.call(access.createApiKey, {
      ...{
        name: 'narrow',
        permissions: ['webhooks.manage' as const],
        shopIds: null,
        expiresAt: null,
      },
    });
    const change = (payload: object) =>
      w.built.app.inject({
        method: 'PATCH',
        url: `/api/webhooks/${webhook.id}`,
        headers: { authorization: `Bearer ${secret}` },
        payload,
      });
    expect((await change({ url: 'https://93.184.215.15/mine' })).json()).toMatchObject({
      code: 'webhook.type_unknown',
    });
    expect((await change({ name: 'renamed' })).json()).toMatchObject({
      name: 'renamed',
      createdBy: { kind: 'member' },
    });
  });

  it('switched off and on again it goes on where it stopped, or leaves out what it missed', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { webhook } = await owner.call(webhooks.createWebhook, wanted);
    const change = (given: object) =>
      owner.call(webhooks.updateWebhook, { webhookId: webhook.id, ...given });
    await change({ enabled: false });
    await happen(w.built.db, w.team, w.shop, newId(), 1);
    await collect(w.built.db, w.team, webhook.id);
    expect((await change({ enabled: true })).behind).toBeGreaterThan(0);
    expect((await change({ skipMissed: true })).behind).toBe(0);
  });
});

describe('API-03 the log of deliveries', () => {
  it('shows the request as it would be sent, and sends an event again with the same id', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const { webhook } = await owner.call(webhooks.createWebhook, wanted);
    const at = { webhookId: webhook.id };
    await happen(w.built.db, w.team, w.shop, newId(), 7);
    while (await collect(w.built.db, w.team, webhook.id));
    const { items } = await owner.call(webhooks.listWebhookDeliveries, at);
    expect(items).toMatchObject([{ type: 'order.acted', state: 'waiting', attempts: 0, can: [] }]);
    expect(JSON.parse(items[0]?.request ?? '{}')).toMatchObject({
      id: items[0]?.eventId,
      data: { n: 7 },
    });
    const again = await owner.call(webhooks.replayWebhookDelivery, {
      ...at,
      deliveryId: items[0]?.id ?? '',
    });
    expect(again).toMatchObject({ eventId: items[0]?.eventId, replayOf: items[0]?.id });
    await owner.call(webhooks.updateWebhook, { ...at, enabled: false });
    const off = await owner.attempt(webhooks.replayWebhookDelivery, {
      ...at,
      deliveryId: again.id,
    });
    expect(outcomeOf(off)).toBe('webhook.off');
    await owner.call(webhooks.removeWebhook, at);
    expect(outcomeOf(await owner.attempt(webhooks.listWebhookDeliveries, at))).toBe(
      'webhook.not_found',
    );
  });
});

describe('API-07 no address inside', () => {
  it('is taken, whatever form it is written in', async () => {
    const w = await world();
    const owner = await w.as('何雅琴');
    const inner = await receiver();
    const hostile = existsSync(list)
      ? readFileSync(list, 'utf8')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line && !line.startsWith('#'))
      : [];
    for (const url of [
      ...hostile,
      inner.url,
      'http://127.0.0.1/',
      'http://[::1]/hook',
      'ftp://93.184.215.14/x',
    ]) {
      const made = await owner.attempt(webhooks.createWebhook, {
        ...wanted,
        url: url.slice(0, 500).padEnd(8),
      });
      expect([url, outcomeOf(made)]).toEqual([
        url,
        expect.stringMatching(/webhook.url_refused|request/),
      ]);
    }
    await inner.close();
  });
});
