import type { Tx } from '../../kernel/tx.ts';

/** A letter to one member. `key` stays the same in every try: whoever sends uses it to send once. */
export interface Letter {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a letter: `unable`, nobody to hand it to; `again`, try later; `unknown`, no answer: never sent again. */
export type Posted = 'sent' | 'unable' | 'again' | 'unknown';

/** Carries mail to members. */
export interface Postman {
  /** Whether the team has a way to send mail at all. */
  ready(tx: Tx): Promise<boolean>;
  send(team: string, letter: Letter): Promise<Posted>;
}

export interface NoticePorts {
  /** Null: this server sends no mail. */
  readonly postman: Postman | null;
  /** Address of the desk for links in mails; null when it is not known. */
  readonly publicUrl: string | null;
}
