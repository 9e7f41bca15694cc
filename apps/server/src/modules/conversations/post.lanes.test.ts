import { channels } from '@guitai/contract';
import { beforeAll, expect, it } from 'vitest';
import { type World, world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import type { Happened } from '../../kernel/events.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { createNames } from './names.ts';
import { asideWith } from './post.aside.ts';
import { createLanes } from './post.lanes.ts';
import type { PostResult } from './post.news.ts';
import { noWords } from './screen.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

it('MSG-01 a message goes through although somebody else changes its conversation at that very moment', async () => {
  const { db } = w.built;
  const { conversation } = await w
    .visitor()
    .call(channels.sendChatMessage, { clientKey: crypto.randomUUID(), text: '在吗' });
  const changed = { team: w.team, topic: conversation.id } as Happened;
  const names = createNames(db);
  const lanes = createLanes({
    db,
    guard: noWords,
    aside: asideWith(db, noWords),
    failed: (error) => expect.fail(String(error)),
    names: {
      ...names,
      // A colleague's act commits while the batch is being made ready: what was remembered is forgotten.
      load: async (team, batch) => {
        await names.load(team, batch);
        lanes.heed([changed]);
      },
    },
  });
  const say = (text: string) =>
    new Promise<PostResult>((done) =>
      lanes.post(
        {
          actor: system(w.team, 'test'),
          conversationId: conversation.id,
          clientKey: crypto.randomUUID(),
          ...{ kind: 'text', text, file: null, seen: null },
        },
        done,
      ),
    );
  for (const text of ['读的时候', '记得的时候'])
    expect((await say(text).then((said) => isRefusal(said) && said.code)) || 'said').toBe('said');
});
