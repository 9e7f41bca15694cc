import { publish } from '../../../kernel/migrate.ts';

const told = `coalesce(b.attributes ->> 'birthday', b.attributes ->> '生日', b.attributes -> 'extra' ->> 'birthday',
  b.attributes -> 'extra' ->> '生日')`;

/** Month and day of birth as \`MM-DD\`, where an import or a connection told it; never the year. */
export const up = publish(
  'buyer_birthdays',
  `select b.team_id, b.id, lpad(d[1], 2, '0') || '-' || lpad(d[2], 2, '0') as day
   from buyers b, lateral regexp_match(${told}, '^(?:[0-9]{4}[-/.年])?([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[T ].*)?$') as d
   where d is not null and d[1]::int between 1 and 12 and d[2]::int between 1 and 31`,
);
