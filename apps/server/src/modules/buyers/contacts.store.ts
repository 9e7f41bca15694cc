import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { phoneForms } from './phone.rules.ts';

/** How a buyer can be written to; for sending, never for a screen. */
export interface BuyerContact {
  readonly id: string;
  readonly name: string;
  readonly locale: string | null;
  /** E.164 where the numbering plan knows the number. */
  readonly phone: string | null;
  readonly phoneValid: boolean | null;
  readonly email: string | null;
  readonly blocked: boolean;
}

const columns = sql`b.id, b.name, b.locale, b.phone, b.phone_valid as "phoneValid", b.email,
  exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id) as blocked`;

/** Contacts of the given buyers; those that are gone are missing. */
export const contactsOf = (tx: Tx, ids: readonly string[]): Promise<BuyerContact[]> =>
  run(
    tx,
    sql`select ${columns} from buyers b where b.team_id = ${tx.team} and b.id = any(${[...ids]}::uuid[])`,
  );

/** Buyers with this telephone number, in whatever form it is kept. */
export const buyersByPhone = (
  tx: Tx,
  phone: string,
): Promise<{ id: string; shopIds: string[] }[]> =>
  run(
    tx,
    sql`select id, shop_ids as "shopIds" from buyers where team_id = ${tx.team}
        and phone = any(${phoneForms(phone)}::text[])`,
  );

/** Everybody who is reached by the number or the address of one of these, themselves among them. */
export const contactsSharing = (
  tx: Tx,
  contacts: readonly Pick<BuyerContact, 'phone' | 'email'>[],
): Promise<BuyerContact[]> => {
  const phones = contacts.flatMap(({ phone }) => (phone === null ? [] : phoneForms(phone)));
  const emails = contacts.flatMap(({ email }) =>
    email === null ? [] : [email, email.toLowerCase()],
  );
  if (phones.length === 0 && emails.length === 0) return Promise.resolve([]);
  return run(
    tx,
    sql`select ${columns} from buyers b where b.team_id = ${tx.team}
        and (b.phone = any(${phones}::text[]) or b.email = any(${emails}::text[]))`,
  );
};

/** Contacts of all buyers, a page behind an id. */
export const contactsAfter = (tx: Tx, id: string, limit: number): Promise<BuyerContact[]> =>
  run(
    tx,
    sql`select ${columns} from buyers b where b.team_id = ${tx.team} and b.id > ${id} order by b.id limit ${limit}`,
  );
