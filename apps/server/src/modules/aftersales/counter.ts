import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { can } from '../access/index.ts';
import { grantedSteps } from './can.rules.ts';
import { type State, statesOf, stepsIn } from './case.rules.ts';

const states: readonly State[] = (['decide', 'goods', 'inspect', 'done'] as const).flatMap((tab) =>
  statesOf(tab),
);

const table = JSON.stringify(Object.fromEntries(states.map((state) => [state, stepsIn(state)])));

/**
 * The cases of some orders as a JSON list, newest first, each with what this reader may do; part of a larger statement.
 * `orders` is an array of ids.
 */
export const casesOf = (actor: Actor, orders: RawBuilder<unknown>): RawBuilder<unknown> =>
  can(actor, 'aftersales.read') !== 'yes'
    ? sql`'[]'::json`
    : sql`coalesce((select json_agg(published.with_can(k.card,
          array(select jsonb_array_elements_text(${table}::jsonb -> k.state)), ${grantedSteps(actor)}::text[])
          order by k.opened_at desc, k.id desc)
        from published.case_cards k where k.team_id = ${actor.team} and k.order_id = any(${orders})), '[]'::json)`;
