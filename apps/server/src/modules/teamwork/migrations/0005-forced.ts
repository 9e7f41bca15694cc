/** The fence holds for owners again. */
export const up = `
  alter table tasks force row level security;
  alter table buyers force row level security;`;
