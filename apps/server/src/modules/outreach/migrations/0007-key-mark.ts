/** By which key digests were last made: with another one they are made anew. */
export const up = 'alter table outreach_upkeep add column key_mark text';
