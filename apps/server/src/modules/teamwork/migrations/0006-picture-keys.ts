/**
 * The small form of a picture is on the books too, so that it goes with the picture. Uploads that wait are counted for each person;
 * which bytes are on the books is asked by key.
 */
export const up = `
  alter table announcement_pictures add column thumbnail_key text;
  create index announcement_pictures_uploader on announcement_pictures (team_id, uploader_id, at);
  create index announcement_pictures_key on announcement_pictures using hash (key);
  create index announcement_pictures_thumbnail on announcement_pictures using hash (thumbnail_key);`;
