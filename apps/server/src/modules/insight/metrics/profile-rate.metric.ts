import type { ProfileRules } from '../profile.rules.ts';
import type { Tally } from '../tally.rules.ts';
import { type Metric, type Reading, share } from './metric.ts';

/** What the profile counts, of what it counts among. */
function rateOf(tally: Tally, { per, thresholdSeconds }: ProfileRules): Reading {
  if (per === 'round')
    return share(tally.histogram('response').upTo(thresholdSeconds), tally.count('rounds'));
  if (per === 'strict_session')
    return share(tally.histogram('worst').upTo(thresholdSeconds), tally.count('strictSessions'));
  const first = tally.histogram('first');
  return share(first.upTo(thresholdSeconds), first.count + tally.count('firstMissed'));
}

export const profileRate: Metric = {
  id: 'profile_rate',
  unit: 'share',
  better: 'high',
  name: {
    en: 'Rate by this profile',
    'zh-CN': '按所选规则的达标率',
    'zh-TW': '依所選規則的達標率',
  },
  definition: {
    en: "The share answered within the profile's own limit, counted per round, per session (its first answer) or per session with every round in time, as the profile says.",
    'zh-CN': '按所选规则自己的时限计算：按轮次、按会话首次响应，或要求会话每一轮都达标。',
    'zh-TW': '依所選規則自己的時限計算：依回合、依對話首次回應，或要求對話每一回合都達標。',
  },
  measure: 'response',
  sum: null,
  rows: 'rounds',
  read: (tally, rules) => rateOf(tally, rules),
};
