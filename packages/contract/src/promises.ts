/** What was promised to a buyer in a chat: a sentence with a clock and the event that fulfils it. */
export * from './promises.events.ts';
