/** Which bytes are on the books is asked by key. */
export const up = `
  create index review_pictures_key on review_pictures using hash (key);
  create index review_pictures_thumbnail on review_pictures using hash (thumbnail_key);`;
