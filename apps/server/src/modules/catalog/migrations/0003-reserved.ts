/** Pieces that are ordered and have not left yet, beside those that may still be bought; and which are getting few. */
export const up = `
  alter table variants add column reserved int not null default 0 check (reserved >= 0);
  alter table variants add column low boolean not null default false;
`;
