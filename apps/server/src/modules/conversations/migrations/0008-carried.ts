import { appRole } from '../../../kernel/migrate.ts';

/** Which message says again, where its buyer now talks, what a conversation that ended had left unanswered. */
export const up = `
  alter table messages add column carried_to uuid;
  grant update (carried_to) on messages to ${appRole};
`;
