import { aftersales } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { aftersalesEvents } = aftersales;
const read = { permission: 'aftersales.read' };

export const caseOpened = defineEvent('case.opened', aftersalesEvents['case.opened'], read);
export const caseChanged = defineEvent('case.changed', aftersalesEvents['case.changed'], read);
export const caseDeadlineNear = defineEvent(
  'case.deadline_near',
  aftersalesEvents['case.deadline_near'],
  read,
);
export const caseDeadlinePassed = defineEvent(
  'case.deadline_passed',
  aftersalesEvents['case.deadline_passed'],
  read,
);
