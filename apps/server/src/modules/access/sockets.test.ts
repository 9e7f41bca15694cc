import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { access } from '@guitai/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Browser, type Office, office, openedHouse } from '../../../test/office.ts';
import { type Live, startLive } from '../../kernel/live/server.ts';
import { identifyDesk } from './authenticate.ts';
import { refreshStaff } from './principal.ts';

let live: Live;
let address: string;

beforeAll(async () => {
  const { app, db } = await openedHouse();
  live = startLive(app.server as Server, {
    db,
    gate: {
      identify: (hello, request) => identifyDesk(db, hello, request),
      refresh: async (actor) =>
        actor.kind === 'member' || actor.kind === 'key' ? refreshStaff(db, actor) : actor,
      fromOwnPage: () => true,
    },
    handlers: [],
  });
  db.onHappened((happened) => live.hub.publish(happened));
  live.hub.onDelivered((event) => {
    if (/^(member|session|key)\./.test(event.type)) void live.refresh(event.team, () => true);
  });
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  address = `ws://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/live`;
});
afterAll(() => live.stop());

interface Line {
  readonly heard: Array<Record<string, unknown>>;
  /** Resolves with the first frame that fits, heard already or within the second. */
  next(fits: (frame: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
}

function lineOf(headers: Record<string, string>, hello: object): Line {
  const ws = new WebSocket(address, { headers });
  const heard: Line['heard'] = [];
  ws.on('open', () => ws.send(JSON.stringify({ t: 'hello', ...hello })));
  ws.on('message', (data) => heard.push(JSON.parse(String(data)) as Record<string, unknown>));
  return {
    heard,
    async next(fits) {
      const until = Date.now() + 1_000;
      while (Date.now() < until) {
        const hit = heard.find(fits);
        if (hit) return hit;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`not heard within a second; heard ${JSON.stringify(heard)}`);
    },
  };
}

const desk = async (browser: Browser): Promise<Line> => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const line = lineOf({ cookie }, { as: 'desk' });
  await line.next((frame) => frame.t === 'ready');
  return line;
};

const isBye = (frame: Record<string, unknown>) => frame.t === 'bye' && frame.why === 'signed_out';
const isEvent = (type: string) => (frame: Record<string, unknown>) => frame.type === type;

describe('ACL-04 sockets follow the person', () => {
  test('a desk is told who it is; without a session, or with a key in a cookie, nobody gets in', async () => {
    const o = await office();
    const line = await desk(await o.as('林小满'));
    expect(line.heard[0]?.self).toMatchObject({ memberId: o.member('林小满'), role: 'agent' });
    for (const cookie of ['', 'guitai_session=x', 'guitai_session=gk_x']) {
      await lineOf({ cookie }, { as: 'desk' }).next(isBye);
    }
  });

  test('G19 deactivation, sign-out and a new password cut the socket within a second', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const agent = await desk(await o.as('林小满'));
    await owner.call(access.deactivateMember, { memberId: o.member('林小满') });
    await agent.next(isBye);

    const lead = await o.as('周启明');
    const [here, there] = [await desk(lead), await desk(await o.as('周启明'))];
    await lead.call(access.endOtherSessions);
    await there.next(isBye);
    expect(here.heard.some(isBye)).toBe(false);
    await lead.call(access.signOut);
    await here.next(isBye);
  });

  test('RT-06 a narrower role hears no more of what it may not read', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const lead = await o.as('周启明');
    const line = await desk(lead);
    const endAnother = async (place: Office) => {
      await place.as('方予安');
      const browser = await place.as('方予安');
      await browser.call(access.endOtherSessions);
    };
    await endAnother(o);
    await line.next(isEvent('session.ended'));
    await owner.call(access.changeMemberRole, {
      memberId: o.member('周启明'),
      role: 'agent',
      shopIds: null,
    });
    await line.next(isEvent('member.changed'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = line.heard.filter(isEvent('session.ended')).length;
    await endAnother(o);
    await owner.call(access.changeMemberRole, {
      memberId: o.member('林小满'),
      role: 'observer',
      shopIds: null,
    });
    await line.next(
      (frame) =>
        frame.type === 'member.changed' &&
        (frame.data as { memberId: string }).memberId === o.member('林小满'),
    );
    expect(line.heard.filter(isEvent('session.ended'))).toHaveLength(before);
  });

  test('API-04 a program says its key in the first frame; revoking it cuts the line', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const { secret, apiKey } = await owner.call(access.createApiKey, {
      name: '看板',
      permissions: ['shops.read'],
      shopIds: null,
      expiresAt: null,
    });
    const line = lineOf({}, { as: 'key', token: secret });
    const ready = await line.next((frame) => frame.t === 'ready');
    expect(ready.self).toEqual({ keyId: apiKey.id });
    await owner.call(access.revokeApiKey, { keyId: apiKey.id });
    await line.next(isBye);
  });
});
