import { automation } from '@guitai/contract';
import { presetTexts } from './presets.words.ts';

type Preset = automation.CarePreset;
type Definition = automation.RuleDefinition;

const day = 24 * 60;
const is = (fact: 'order.status', value: string[]): automation.RuleAsk => ({
  fact,
  is: 'one_of',
  value,
});

interface Shape {
  readonly trigger: automation.RuleTrigger;
  readonly delayMinutes: number;
  /** Statuses in which the message is still true; asked again at the moment of sending. */
  readonly while: readonly string[];
}

const shapes: Readonly<Record<Preset, Shape>> = {
  unpaid: { trigger: 'order.placed', delayMinutes: 30, while: ['placed'] },
  paid: { trigger: 'order.paid', delayMinutes: 0, while: ['paid', 'preparing'] },
  shipped: { trigger: 'order.shipped', delayMinutes: 0, while: ['shipped', 'partly_shipped'] },
  out_for_delivery: {
    trigger: 'order.out_for_delivery',
    delayMinutes: 0,
    while: ['shipped', 'partly_shipped'],
  },
  delivered: { trigger: 'order.delivered', delayMinutes: 0, while: ['delivered'] },
  please_confirm: { trigger: 'order.delivered', delayMinutes: 3 * day, while: ['delivered'] },
  reassurance: {
    trigger: 'order.received',
    delayMinutes: 3 * day,
    while: ['received', 'completed'],
  },
  review_invite: {
    trigger: 'order.received',
    delayMinutes: 7 * day,
    while: ['received', 'completed'],
  },
  review_thanks: {
    trigger: 'order.reviewed',
    delayMinutes: 0,
    while: ['delivered', 'received', 'completed'],
  },
};

/** A ready-made rule of order care as it comes: by chat, else by SMS, in the buyer's language, never to the blocked. */
export function presetDefinition(preset: Preset): Definition {
  const { trigger, delayMinutes, while: statuses } = shapes[preset];
  return {
    trigger,
    delayMinutes,
    schedule: null,
    conditions: {
      match: 'all',
      of: [
        is('order.status', [...statuses]),
        { fact: 'buyer.blocked', is: 'is', value: false },
        ...(preset === 'unpaid'
          ? [{ fact: 'order.dueMinor', is: 'above', value: 0 } as const]
          : []),
        ...(preset === 'review_invite'
          ? [{ fact: 'order.reviewed', is: 'is', value: false } as const]
          : []),
      ],
    },
    actions: [
      {
        do: 'send',
        topic: preset === 'review_invite' ? 'marketing' : 'service',
        channels: ['chat', 'sms'],
        variants: presetTexts[preset].map((variant) => ({ ...variant })),
        card: true,
      },
    ],
    stopOnMatch: false,
    repeatMinutes: null,
  };
}

/** Whether a rule reminds of a payment: it counts in the shop's interval, and a payment after it is its result. */
export const presetIsReminder = (rule: {
  readonly preset: Preset | null;
  readonly trigger: automation.RuleTrigger;
}): boolean => rule.preset === 'unpaid' || rule.trigger === 'order.placed';

export const presets: readonly Preset[] = automation.carePresets;
