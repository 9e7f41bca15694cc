/** What the desk needs of promises at run time: reading a sentence, and the shop's clock. Pure, without schemas. */
export { instantOf, onDay } from './promises.due.ts';
export { readPromise } from './promises.sentence.ts';
