import { automation } from '@guitai/contract';

export type Definition = automation.RuleDefinition;
export type Group = automation.RuleGroup;
export type Ask = automation.RuleAsk;
export type Action = automation.RuleAction;

/** A delay in the unit a person would say it in. */
export function delayOf(minutes: number): { value: number; unit: 'minutes' | 'hours' | 'days' } {
  if (minutes > 0 && minutes % 1_440 === 0) return { value: minutes / 1_440, unit: 'days' };
  if (minutes > 0 && minutes % 60 === 0) return { value: minutes / 60, unit: 'hours' };
  return { value: minutes, unit: 'minutes' };
}

/** Days of a week, Monday first. */
export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A time of day to begin with. */
export const everyMorning: NonNullable<Definition['schedule']> = {
  at: '10:00',
  weekdays: everyDay,
  of: 'orders',
};

export const unitMinutes = { minutes: 1, hours: 60, days: 1_440 } as const;

export const isGroup = (part: Ask | Group): part is Group => 'match' in part;

/** A question to begin with for a fact. */
export function askOf(fact: automation.RuleFactName): Ask {
  const type = automation.ruleFacts[fact];
  const is = automation.ruleOperators[type][0] ?? 'is';
  const value = type === 'number' ? 0 : type === 'truth' ? true : '';
  return { fact, is, value };
}

const emptyTexts = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** An action to begin with. */
export function actionOf(kind: Action['do']): Action {
  switch (kind) {
    case 'send':
      return {
        do: 'send',
        topic: 'service',
        channels: ['chat'],
        variants: [{ name: 'A', texts: emptyTexts }],
        card: false,
      };
    case 'tag':
      return { do: 'tag', add: [], remove: [] };
    case 'note':
      return { do: 'note', text: '' };
    case 'assign':
      return { do: 'assign', memberId: null };
    case 'urgent':
      return { do: 'urgent' };
    case 'task':
      return { do: 'task', title: '', assigneeId: null, dueMinutes: 60, priority: 'normal' };
    case 'notify':
      return { do: 'notify', memberIds: [] };
    case 'coupon':
      return {
        do: 'coupon',
        templateId: '',
        channels: ['chat'],
        variants: [{ name: 'A', texts: emptyTexts }],
      };
    case 'webhook':
      return { do: 'webhook', name: '' };
  }
}

const sending = { do: 'send', topic: 'marketing', card: false } as const;

/** Whether an action says enough to be kept. */
function isWhole(action: Action): boolean {
  switch (action.do) {
    case 'send':
      return (
        action.channels.length > 0 &&
        action.variants.every(({ texts }) => Object.values(texts).some((text) => text.trim()))
      );
    case 'coupon':
      return action.templateId !== '' && isWhole({ ...action, ...sending });
    case 'tag':
      return action.add.length + action.remove.length > 0;
    case 'note':
      return action.text.trim() !== '';
    case 'task':
      return action.title.trim() !== '';
    case 'notify':
      return action.memberIds.length > 0;
    case 'webhook':
      return action.name.trim() !== '';
    default:
      return true;
  }
}

const isAnswered = (part: Ask | Group): boolean =>
  isGroup(part) ? part.of.every(isAnswered) : part.value !== '';

/** Whether a rule can be kept as it stands in the form. */
export const isKeepable = (name: string, { actions, conditions }: Definition): boolean =>
  name.trim() !== '' &&
  actions.length > 0 &&
  actions.every(isWhole) &&
  conditions.of.every(isAnswered);

export const blank: Definition = {
  trigger: 'order.placed',
  delayMinutes: 0,
  schedule: null,
  conditions: { match: 'all', of: [] },
  actions: [actionOf('send')],
  stopOnMatch: false,
  repeatMinutes: null,
};

/** The list with the thing at one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, n) => n !== from);
  const thing = list[from];
  if (thing === undefined) return [...list];
  return [...rest.slice(0, to), thing, ...rest.slice(to)];
}
