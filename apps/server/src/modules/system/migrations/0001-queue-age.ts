import { appRole } from '../../../kernel/migrate.ts';

/** The queue's tables belong to the library; the product may only ask how old what waits has become. */
export const up = `
  create function guitai_queue_age() returns table (waiting int, "oldestSeconds" float8, failing int)
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) filter (where run_at <= now())::int,
      coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now())), 0)::float8,
      count(*) filter (where attempts > 0)::int
    from graphile_worker.jobs $$;
  revoke all on function guitai_queue_age from public;
  grant execute on function guitai_queue_age to ${appRole};`;
