import type { conversations } from '@guitai/contract';
import type { Outgoing } from './outgoing.ts';

type Message = conversations.Message;

/** One row of the thread, ready to be drawn. */
export type Row =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      readonly joined: boolean;
      /** First message of its day: the day stands above it. */
      readonly day: boolean;
    }
  | { readonly kind: 'outgoing'; readonly key: string; readonly one: Outgoing };

const near = 3 * 60_000;

const sameDay = (a: string, b: string): boolean =>
  new Date(a).toDateString() === new Date(b).toDateString();

const isSpoken = ({ kind }: Message): boolean => kind !== 'line' && kind !== 'note';

function isJoined(before: Message | undefined, message: Message): boolean {
  if (!before || !isSpoken(before) || !isSpoken(message)) return false;
  const same = before.author.kind === message.author.kind && before.author.id === message.author.id;
  return same && Date.parse(message.at) - Date.parse(before.at) < near;
}

/** Rows of a thread: messages with what depends on their neighbours, then what is on its way. */
export function rowsOf(messages: readonly Message[], outgoing: readonly Outgoing[]): Row[] {
  const rows: Row[] = messages.map((message, at) => {
    const before = messages[at - 1];
    const day = !before || !sameDay(before.at, message.at);
    return {
      kind: 'message',
      key: message.id,
      message,
      day,
      joined: !day && isJoined(before, message),
    };
  });
  const arrived = new Set(messages.slice(-60).map(({ clientKey }) => clientKey));
  for (const one of outgoing) {
    if (!arrived.has(one.key)) rows.push({ kind: 'outgoing', key: one.key, one });
  }
  return rows;
}
