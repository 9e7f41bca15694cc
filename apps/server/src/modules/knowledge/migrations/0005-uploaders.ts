/** Uploads that wait are counted for each person; which bytes are on the books is asked by key. */
export const up = `
  create index knowledge_pictures_uploader on knowledge_pictures (team_id, uploader_id, loose_since);
  create index knowledge_pictures_key on knowledge_pictures using hash (key);
  create index knowledge_pictures_thumbnail on knowledge_pictures using hash (thumbnail_key);`;
