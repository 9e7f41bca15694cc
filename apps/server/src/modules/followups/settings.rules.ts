import type { followups } from '@guitai/contract';

export type Settings = followups.FollowupSettingsShape;

const rule = (
  name: followups.FollowupRuleWord,
  on: boolean,
  afterHours: number,
): Settings['rules'][number] => ({ rule: name, on, afterHours, text: null });

/** What a shop has while it set nothing. */
export const defaultSettings: Settings = {
  rules: [
    rule('asked', true, 24),
    rule('lapsed', true, 12),
    rule('settled', true, 72),
    rule('received', true, 168),
    rule('idle', false, 2_160),
  ],
  results: [
    { id: 'reached', name: '', kind: 'open' },
    { id: 'interested', name: '', kind: 'good' },
    { id: 'bought', name: '', kind: 'good' },
    { id: 'content', name: '', kind: 'good' },
    { id: 'refused', name: '', kind: 'bad' },
    { id: 'no_answer', name: '', kind: 'bad' },
  ],
  tips: [],
  at: '10:00',
  creditDays: 7,
  wishFactor: 3,
  wishHoldHours: 24,
};

/** Settings in force: what was set, over the defaults; every rule stands there once. */
export function settingsOver(set: Partial<Settings> | null): Settings {
  const given = new Map((set?.rules ?? []).map((one) => [one.rule, one]));
  return {
    ...defaultSettings,
    ...set,
    rules: defaultSettings.rules.map((one) => given.get(one.rule) ?? one),
  };
}
