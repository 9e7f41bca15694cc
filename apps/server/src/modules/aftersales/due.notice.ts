import { react } from '../../kernel/reactions.ts';
import { membersWith, notify } from '../notices/index.ts';
import { caseDeadlineNear, caseDeadlinePassed } from './events.ts';

/** SHOP-07: a case is due soon, or its deadline has passed: who decides cases in the shop should know, once each. */
export const tellDue = react(
  'aftersales.tellDue',
  [caseDeadlineNear, caseDeadlinePassed],
  async (_actor, tx, { type, data: { caseId, shopId, dueAt } }) => {
    const stage = type === caseDeadlinePassed.type ? 'passed' : 'near';
    await notify(tx, {
      to: await membersWith(tx, 'aftersales.decide', shopId),
      kind: 'case_due',
      shopId,
      subject: { kind: 'case', id: caseId },
      path: `/aftersales/${caseId}`,
      params: { stage },
      key: `case ${caseId} ${stage} ${dueAt}`,
    });
  },
);
