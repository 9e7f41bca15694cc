/** Behaviour that follows the log: what a module declares, and those who carry it out. */
export { catchUp } from './reactions/catch-up.ts';
export { type Heard, type Reaction, react, reactMany } from './reactions/declare.ts';
export { type Reactions, startReactions } from './reactions/follow.ts';
