/** Which bytes are on the books is asked by key. */
export const up = `
  create index chat_files_key on chat_files using hash (key);
  create index chat_files_thumbnail on chat_files using hash (thumbnail_key);`;
