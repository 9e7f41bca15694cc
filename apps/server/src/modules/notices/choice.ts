import { type InputOf, notices } from '@guitai/contract';
import type { MemberActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { isTimezone } from '../shops/index.ts';
import { readWishes, saveManners, saveWays } from './choice.store.ts';
import { planDigest } from './digest.ts';
import type { Postman } from './ports.ts';

const shownSettings = async (actor: MemberActor, tx: Tx, postman: Postman | null) => {
  const [wishes] = await readWishes(tx, [actor.member]);
  const all = notices.waysOfAll(wishes?.ways ?? {});
  return {
    kinds: notices.noticeKindNames
      .filter((kind) => can(actor, notices.noticeKinds[kind]) === 'yes')
      .map((kind) => ({ kind, ways: [...all[kind]] })),
    manners: wishes?.manners ?? notices.defaultManners,
    mail: (await postman?.ready(tx, actor.shops)) ?? false,
  };
};

/** How the reader wants to be told. */
export const getNoticeSettingsWith = (postman: Postman | null) => (actor: MemberActor, tx: Tx) =>
  shownSettings(actor, tx, postman);

/** Changes what is given; two tabs that change different kinds both keep theirs. */
export const setNoticeSettingsWith =
  (postman: Postman | null) =>
  async (actor: MemberActor, tx: Tx, input: InputOf<typeof notices.setNoticeSettings>) => {
    const { kinds = [], manners } = input;
    if (manners?.timezone !== undefined && !isTimezone(manners.timezone)) {
      return refuse('shop.timezone_unknown', { timezone: manners.timezone });
    }
    await saveWays(tx, actor.member, kinds);
    if (manners) {
      const [before] = await readWishes(tx, [actor.member]);
      const after = { ...(before?.manners ?? notices.defaultManners), ...manners };
      await saveManners(tx, actor.member, after);
      await planDigest(tx, actor.member, after);
    }
    return shownSettings(actor, tx, postman);
  };
