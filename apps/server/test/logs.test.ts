import { Writable } from 'node:stream';
import { access, buyers, channels, conversations } from '@guitai/contract';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { build } from '../src/build.ts';
import { system } from '../src/kernel/actor.ts';
import { addWebChannel } from '../src/modules/channels/index.ts';
import { testDatabase } from './database.ts';
import { office, password } from './office.ts';
import { codeOf } from './talk.ts';
import { visitorSecret, worldConfig } from './world.ts';

const phone = '13987654321';
const words = '我住在文三路一百七十八号，暗号白鹭';

/** Everything the product logs at its most talkative, as text. */
function talkative() {
  const lines: string[] = [];
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  return { log, lines };
}

describe('SEC-07 SEC-05 the log', () => {
  it('holds no word of a buyer, no phone number, no token and no password, even when things fail', async () => {
    const { url } = await testDatabase();
    const { log, lines } = talkative();
    const config = worldConfig();
    const built = await build(config, { databaseUrl: url, log });
    const place = await office(built);
    const making = system(place.team, 'test');
    const { channel } = await built.db.write(making, (tx) =>
      addWebChannel(making, tx, { shopId: place.shop, name: '官网' }, config.secretKey),
    );
    const secret = visitorSecret();
    const chat = place.browser();
    const said = await built.app.inject({
      method: 'POST',
      url: `/api${channels.sendChatMessage.path}`,
      headers: { 'guitai-site': channel.site, 'guitai-visitor': secret },
      payload: { clientKey: crypto.randomUUID(), text: `${words} ${phone}` },
    });
    expect(said.statusCode).toBe(200);
    const { conversation } = said.json<{ conversation: { id: string } }>();
    const agent = await place.as('周启明');
    await agent.call(conversations.addNote, {
      conversationId: conversation.id,
      clientKey: crypto.randomUUID(),
      text: words,
    });
    await agent.call(buyers.listBuyers, { q: phone });
    await codeOf(chat.call(access.signIn, { email: 'x@example.com', password }));
    await built.app.inject({
      method: 'POST',
      url: `/api/conversations/${phone}/messages`,
      payload: `{"text":"${words}`,
    });
    await built.stop();
    const all = lines.join('');
    expect(all).toContain('answered');
    for (const secretThing of [words, phone, '白鹭', secret, password])
      expect(all.includes(secretThing)).toBe(false);
  });
});
