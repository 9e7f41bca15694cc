/** A later time the buyer was told of. The word that told it answers nothing: it keeps no promise of an answer. */
export const up = `
  alter table promises add column extensions int not null default 0, add column told_message_id uuid;`;
