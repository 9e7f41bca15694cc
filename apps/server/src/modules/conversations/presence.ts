import type { conversations, InputOf, ReplyOf } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { loads } from './conversation.store.ts';
import { type Colleague, colleagues, signature } from './names.ts';
import type { PresenceLive } from './presence.live.ts';
import { choosePresence, type PresenceRow, readPresence } from './presence.store.ts';

type Presence = ReplyOf<typeof conversations.setPresence>;

/** RT-09: any live tab, joined with what was set by hand. */
export const statusOf = (row: PresenceRow | undefined): Presence['status'] =>
  row?.live ? row.chosen : 'offline';

const faceOf = (
  { id, name }: Pick<Colleague, 'id' | 'name'>,
  row: PresenceRow | undefined,
  held: number,
): Presence => ({
  memberId: id,
  name,
  status: statusOf(row),
  chosen: row?.chosen ?? 'online',
  openConversations: held,
});

/** Says whether one is available; it stays so across reloads and tabs, and colleagues see it at once. */
export const setPresenceWith =
  (presence: PresenceLive) =>
  async (
    actor: MemberActor,
    { db }: Bare,
    { status }: InputOf<typeof conversations.setPresence>,
  ): Promise<Presence> => {
    const face = await db.write(actor, async (tx) => {
      await choosePresence(tx, actor.member, status);
      const row = (await readPresence(tx)).find(({ id }) => id === actor.member);
      const held = (await loads(tx)).get(actor.member) ?? 0;
      return faceOf({ id: actor.member, name: await signature(tx, actor) }, row, held);
    });
    presence.changed(actor.team);
    return face;
  };

/** Colleagues with their availability and how much they hold. */
export async function listPresence(
  _actor: StaffActor,
  tx: Tx,
): Promise<ReplyOf<typeof conversations.listPresence>> {
  const rows = new Map((await readPresence(tx)).map((row) => [row.id, row]));
  const held = await loads(tx);
  const people = await colleagues(tx);
  return { items: people.map((p) => faceOf(p, rows.get(p.id), held.get(p.id) ?? 0)) };
}
