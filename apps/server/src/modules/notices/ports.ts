import type { Tx } from '../../kernel/tx.ts';

/** A letter to one member. `key` stays the same in every try: whoever sends uses it to send once. */
export interface Letter {
  readonly key: string;
  readonly to: string;
  /** The shop it tells of: its own account may carry it. Null: only the account of the whole team. */
  readonly shopId: string | null;
  readonly subject: string;
  readonly text: string;
}

/** What became of a letter: `unable`, nobody to hand it to; `again`, try later; `unknown`, no answer: never sent again. */
export type Posted = 'sent' | 'unable' | 'again' | 'unknown';

/** Carries mail to members. */
export interface Postman {
  /** Whether there is a way to send mail to somebody of these shops (null: of all) at all. */
  ready(tx: Tx, shops: readonly string[] | null): Promise<boolean>;
  send(team: string, letter: Letter): Promise<Posted>;
}

export interface NoticePorts {
  /** Null: this server sends no mail. */
  readonly postman: Postman | null;
  /** Address of the desk for links in mails; null when it is not known. */
  readonly publicUrl: string | null;
}
