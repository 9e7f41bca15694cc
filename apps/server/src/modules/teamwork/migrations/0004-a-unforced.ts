/**
 * Comes before the reference of tasks to their buyers: where who migrates owns the tables and is no superuser, the fence would hide
 * from them the very rows that are to be checked. It stands again right after (`0005-forced.ts`); the product itself owns nothing.
 */
export const up = `
  alter table tasks no force row level security;
  alter table buyers no force row level security;`;
