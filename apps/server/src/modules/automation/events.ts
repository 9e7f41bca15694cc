import { automation } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { automationEvents } = automation;
const seen = { permission: 'automation.read' };

/** A rule matched and was carried out. */
export const ruleRan = defineEvent('rule.ran', automationEvents['rule.ran'], seen);
/** A rule was stopped by the product: it ran in a circle, or names somebody who left. */
export const ruleStopped = defineEvent('rule.stopped', automationEvents['rule.stopped'], seen);
/** A rule was made, changed, switched, moved or taken away. */
export const ruleChanged = defineEvent('rule.changed', automationEvents['rule.changed'], seen);

export const events = [ruleRan, ruleStopped, ruleChanged];
