import type { Actor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { type Act, transition, transitions } from './conversation.rules.ts';

type State = keyof typeof transitions;

/** What of a conversation decides what a reader may do with it. */
export interface Stand {
  readonly state: State;
  readonly shopId: string;
  readonly assigneeId: string | null;
}

const offers: readonly {
  readonly endpoint: string;
  readonly permission: string;
  readonly act: Act;
}[] = [
  { endpoint: 'sendMessage', permission: 'conversations.reply', act: 'reply' },
  { endpoint: 'uploadFile', permission: 'conversations.reply', act: 'reply' },
  { endpoint: 'sendProductCard', permission: 'conversations.reply', act: 'reply' },
  { endpoint: 'addNote', permission: 'conversations.note', act: 'note' },
  { endpoint: 'takeConversation', permission: 'conversations.take', act: 'take' },
  { endpoint: 'assignConversation', permission: 'conversations.assign', act: 'assign' },
  { endpoint: 'closeConversation', permission: 'conversations.close', act: 'close' },
  { endpoint: 'reopenConversation', permission: 'conversations.close', act: 'reopen' },
  { endpoint: 'snoozeConversation', permission: 'conversations.snooze', act: 'snooze' },
  { endpoint: 'wakeConversation', permission: 'conversations.snooze', act: 'wake' },
  { endpoint: 'markSpam', permission: 'conversations.block', act: 'markSpam' },
];

/** Ids of the endpoints the reader may call on the conversation now. */
export function canOf(actor: Actor, stand: Stand): string[] {
  const thing = { shop: stand.shopId, holder: stand.assigneeId };
  const mine = actor.kind === 'member' && stand.assigneeId === actor.member;
  return offers
    .filter(({ act }) => transition(stand.state, act) !== null && !(act === 'take' && mine))
    .filter(({ permission }) => can(actor, permission, thing) === 'yes')
    .map(({ endpoint }) => endpoint);
}

const someoneElse = 'someone else';

/**
 * The same as a table for SQL, so that a list is one statement: state → whose (`mine`, `none`, `other`) →
 * whether the shop is one of the reader's (`in`, `out`) → endpoints.
 */
export function canTable(actor: Actor): Record<string, Record<string, Record<string, string[]>>> {
  const shops = actor.kind === 'member' || actor.kind === 'key' ? actor.shops : null;
  const holders = {
    mine: actor.kind === 'member' ? actor.member : someoneElse,
    none: null,
    other: someoneElse,
  };
  const places = { in: shops?.[0] ?? 'any', out: 'none of them' };
  const each = <V, R>(of: Readonly<Record<string, V>>, make: (value: V) => R) =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value)]));
  const states = Object.fromEntries(
    Object.keys(transitions).map((state) => [state, state as State]),
  );
  return each(states, (state) =>
    each(holders as Record<string, string | null>, (assigneeId) =>
      each(places, (shopId) => canOf(actor, { state, shopId, assigneeId })),
    ),
  );
}
