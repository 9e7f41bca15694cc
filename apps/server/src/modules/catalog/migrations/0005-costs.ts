import { publish } from '../../../kernel/migrate.ts';

const digits = (column: string) =>
  `case when ${column} ->> 'costMinor' ~ '^[0-9]{1,15}$' then (${column} ->> 'costMinor')::bigint end`;

/** What a piece costs: as somebody set it here, else as an import or a connection told it. */
export const up = publish(
  'variant_costs',
  `select v.team_id, v.id, coalesce(v.cost_minor, ${digits('v.attributes')}, ${digits('p.attributes::jsonb')}) as cost_minor
   from variants v join products p on p.team_id = v.team_id and p.id = v.product_id`,
);
