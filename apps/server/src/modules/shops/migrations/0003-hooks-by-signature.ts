/** A platform proves itself by its signature alone; its address needs no secret of its own. */
export const up = 'alter table shop_connections drop column hook_hash;';
