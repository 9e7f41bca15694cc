/** A task that is done ends what it was opened for. */
export const up =
  'create index parcel_problems_task on parcel_problems (team_id, task_id) where task_id is not null and closed_at is null';
