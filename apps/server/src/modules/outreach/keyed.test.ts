import { createHash } from 'node:crypto';
import { buyers, outreach } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { digest, type Sending, sending, setContact } from '../../../test/outreach.ts';
import { worldConfig } from '../../../test/world.ts';
import { newId } from '../../kernel/ids.ts';
import { run } from '../../kernel/tx.ts';
import { digestWith } from './digest.rules.ts';
import { decideDue } from './due.ts';
import { keyDigests, upkeepOf } from './upkeep.ts';

const number = '8613812345678';
const phone = `+${number}`;

async function place(): Promise<Sending> {
  const s = await sending();
  s.at('2026-03-18T12:00');
  return s;
}

const plainOf = (s: Sending, way: string) =>
  createHash('sha256').update(`${s.team} ${way}`).digest('hex');

/** A no of somebody who was forgotten, as it was kept before digests had a key. */
async function noOfBefore(s: Sending): Promise<void> {
  const id = newId();
  await s.write(async (tx) => {
    await run(
      tx,
      sql`insert into outreach_opt_outs (team_id, id, shop_id, buyer_id, channel, topic, source, at)
          values (${tx.team}, ${id}, ${s.shop}, null, 'all', 'marketing', 'person', now())`,
    );
    await run(
      tx,
      sql`insert into outreach_opt_out_contacts (team_id, contact, opt_out_id)
          values (${tx.team}, decode(${plainOf(s, number)}, 'hex'), ${id})`,
    );
  });
}

const upkeep = (s: Sending) => upkeepOf(s.built.db, s.team, worldConfig().secretKey);

const noesOf = (s: Sending, buyerId: string) =>
  s.rows<{ channel: string; topic: string }>(
    sql`select distinct channel, topic from published.outreach_nos where buyer_id = ${buyerId} and shop_id = ${s.shop}`,
  );

describe('CMP-04 digests of numbers', () => {
  it('are not to be had without the key of the product, and differ from team to team', () => {
    const [a, b] = [digestWith('one'), digestWith('two')];
    expect(a('t', number)).toBe(digestWith('one')('t', number));
    expect(new Set([a('t', number), b('t', number), a('u', number)]).size).toBe(3);
  });

  it('of before the key get it by themselves: the no still holds, and none is left without', async () => {
    const s = await place();
    await noOfBefore(s);
    const { id } = await s.buyer();
    await setContact(s, id, { phone });
    await upkeep(s);
    await upkeep(s);
    const kept = await s.rows<{ bytes: number; hash: string }>(
      sql`select octet_length(contact) as bytes, encode(contact, 'hex') as hash from outreach_opt_out_contacts`,
    );
    expect(kept).toEqual([{ bytes: 33, hash: digest()(s.team, number) }]);
    await s.plan(id, { topic: 'marketing' });
    await s.due();
    expect(await s.listed()).toMatchObject([{ state: 'skipped', reason: 'opted_out' }]);
  });

  it('of before: who comes while another process is at them waits, and goes on when none is left', async () => {
    const s = await place();
    await noOfBefore(s);
    let went = false;
    const waiting = async () =>
      (
        await s.rows<{ n: number }>(
          sql`select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
              where not l.granted and a.datname = current_database()`,
        )
      )[0]?.n ?? 0;
    let keying: Promise<void> = Promise.resolve();
    await s.write(async (tx) => {
      await run(
        tx,
        sql`select from outreach_opt_out_contacts where team_id = ${tx.team} for update`,
      );
      keying = keyDigests(s.built.db, s.team, worldConfig().secretKey).then(() => {
        went = true;
      });
      while (!went && (await waiting()) === 0);
    });
    expect(went).toBe(false);
    await keying;
    const left = await s.rows(
      sql`select from outreach_opt_out_contacts where octet_length(contact) = 32`,
    );
    expect(left).toEqual([]);
  });

  it('with another key than before are made anew: the no still holds for whoever has the number', async () => {
    const s = await place();
    const [first, second] = [await s.buyer(), await s.buyer()];
    for (const { id } of [first, second]) await setContact(s, id, { phone });
    const no = { buyerId: first.id, shopId: s.shop, channel: 'all', topic: 'marketing' } as const;
    await (await s.as('何雅琴')).call(outreach.createOptOut, no);
    await upkeep(s);
    const other = 'another secret, after the first one was lost';
    await upkeepOf(s.built.db, s.team, other);
    await s.plan(second.id, { topic: 'marketing' });
    await decideDue(s.built.db, s.team, {}, 200, digestWith(other));
    expect(await s.listed()).toMatchObject([{ state: 'skipped', reason: 'opted_out' }]);
    expect(await noesOf(s, second.id)).toEqual([{ channel: 'all', topic: 'marketing' }]);
  });

  it('of recipients are kept as long as they are needed: lately handed over with the key, older ones not at all', async () => {
    const s = await place();
    const { id } = await s.buyer();
    const [late, lately] = [await s.plan(id), await s.plan(id)];
    const put = (message: string, ago: string) =>
      s.write((tx) =>
        run(
          tx,
          sql`update outreach_messages set recipient_hash = decode(${plainOf(s, phone)}, 'hex'), handed_at = now() - ${ago}::interval
              where id = ${message}`,
        ),
      );
    await put(late.id, '5 days');
    await put(lately.id, '1 hour');
    await upkeep(s);
    const kept = await s.rows<{ id: string; hash: string | null }>(
      sql`select id, encode(recipient_hash, 'hex') as hash from outreach_messages order by id`,
    );
    expect(kept).toEqual([
      { id: late.id, hash: null },
      { id: lately.id, hash: digest()(s.team, phone) },
    ]);
  });
});

describe('CMP-04 one question for everybody a no holds for', () => {
  const all = [{ channel: 'all', topic: 'marketing' }];

  it('who said it, and whoever has the number: known before, or coming later', async () => {
    const s = await place();
    const [first, second, third] = [await s.buyer(), await s.buyer(), await s.buyer()];
    for (const { id } of [first, second]) await setContact(s, id, { phone });
    const no = { buyerId: first.id, shopId: s.shop, channel: 'all', topic: 'marketing' } as const;
    const owner = await s.as('何雅琴');
    const { id: optOutId } = await owner.call(outreach.createOptOut, no);
    expect(await noesOf(s, first.id)).toEqual(all);
    expect(await noesOf(s, second.id)).toEqual(all);
    expect(await noesOf(s, third.id)).toEqual([]);
    await owner.call(buyers.updateBuyer, { buyerId: third.id, phone: '138 1234 5678' });
    await s.settle();
    expect(await noesOf(s, third.id)).toEqual(all);
    await owner.call(buyers.updateBuyer, { buyerId: third.id, phone: '13900000000' });
    await s.settle();
    expect(await noesOf(s, third.id)).toEqual([]);
    await owner.call(outreach.undoOptOut, { optOutId });
    expect(await noesOf(s, second.id)).toEqual([]);
  });

  it('noes of before the upgrade are found at all buyers there are', async () => {
    const s = await place();
    const { id } = await s.buyer();
    await setContact(s, id, { phone });
    await noOfBefore(s);
    expect(await noesOf(s, id)).toEqual([]);
    await upkeep(s);
    expect(await noesOf(s, id)).toEqual(all);
  });
});
