/** Uploads that wait are counted for each person; which bytes are on the books is asked by key. */
export const up = `
  create index script_pictures_uploader on script_pictures (team_id, uploader_id, at);
  create index script_pictures_key on script_pictures using hash (key);
  create index script_pictures_thumbnail on script_pictures using hash (thumbnail_key);`;
