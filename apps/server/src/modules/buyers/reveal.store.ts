import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/** The uncovered phone number or e-mail address; null where there is none. */
export async function readContactField(
  tx: Tx,
  buyerId: string,
  field: 'phone' | 'email',
): Promise<string | null> {
  const row = await first<{ value: string | null }>(
    tx,
    sql`select ${sql.ref(field)} as value from buyers where team_id = ${tx.team} and id = ${buyerId}`,
  );
  return row?.value ?? null;
}

/** An uncovered address in one line: the one named, otherwise the main one; null where there is none. */
export async function readAddressLine(
  tx: Tx,
  buyerId: string,
  addressId: string | null,
): Promise<string | null> {
  const row = await first<{ value: string }>(
    tx,
    sql`select concat_ws(' ', nullif(name, ''), nullif(phone, ''), nullif(concat(country, province, city, district), ''),
          nullif(street, ''), nullif(postcode, '')) as value
        from buyer_addresses where team_id = ${tx.team} and buyer_id = ${buyerId}
          and (${addressId}::uuid is null or id = ${addressId})
        order by main desc, id limit 1`,
  );
  return row?.value || null;
}
