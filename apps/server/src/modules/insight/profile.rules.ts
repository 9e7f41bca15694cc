import type { insight, Static } from '@guitai/contract';

export type ProfileRules = Static<typeof insight.ProfileRules>;

/** Rules that hold from a date on. */
export interface DatedRules {
  readonly validFrom: string;
  readonly rules: ProfileRules;
}

/** A way of reckoning: a house's own, or a marketplace's as told at second hand. */
export interface Profile {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string; readonly 'zh-TW': string };
  /** Not from the marketplace itself: to be checked against its back office. */
  readonly secondHand: boolean;
  /** Oldest first. */
  readonly versions: readonly DatedRules[];
}

const house: ProfileRules = {
  start: 'handover',
  stops: ['human', 'assist'],
  calendar: 'shop',
  window: null,
  per: 'round',
  thresholdSeconds: 180,
  target: null,
  dismissed: 'excluded',
  minSample: 30,
  convertHours: 24,
  credit: 'last_sku',
};

/** Human and machine alike, as fast as anything answers. */
const anyone: ProfileRules['stops'] = ['human', 'assist', 'ai', 'automation', 'echo'];
const from8to23 = { from: '08:00', until: '23:00' };

const made = (
  id: string,
  names: readonly [string, string, string],
  validFrom: string,
  rules: Partial<ProfileRules>,
): Profile => ({
  id,
  name: { en: names[0], 'zh-CN': names[1], 'zh-TW': names[2] },
  secondHand: id !== 'house',
  versions: [{ validFrom, rules: { ...house, ...rules } }],
});

const always = { calendar: 'always', dismissed: 'missed' } as const;

/** Profiles the product comes with; a team may date rules of its own over each. */
export const shipped: readonly Profile[] = [
  made('house', ['House rules', '本店规则', '本店規則'], '1970-01-01', {}),
  made('chatwoot', ['Chatwoot', 'Chatwoot', 'Chatwoot'], '2024-01-01', {
    stops: ['human'],
    calendar: 'always',
    thresholdSeconds: 300,
  }),
  made('gorgias', ['Gorgias', 'Gorgias', 'Gorgias'], '2024-01-01', {
    start: 'first_message',
    stops: ['human'],
    calendar: 'always',
    per: 'session',
    convertHours: 72,
    credit: 'last_shop',
  }),
  made('zendesk', ['Zendesk', 'Zendesk', 'Zendesk'], '2024-01-01', {
    start: 'first_message',
    stops: ['human', 'assist'],
    per: 'session',
    thresholdSeconds: 3600,
  }),
  made('jd-2021-12', ['JD (Dec 2021)', '京东（2021-12）', '京東（2021-12）'], '2021-12-01', {
    ...always,
    ...{ start: 'first_message', window: { from: '09:00', until: '23:00' }, per: 'session' },
    ...{ thresholdSeconds: 30, target: 0.8 },
  }),
  made('taobao-3min', ['Taobao 3 minutes', '淘宝 3 分钟', '淘寶 3 分鐘'], '2023-01-01', {
    ...always,
    ...{ start: 'first_message', stops: ['human', 'assist', 'ai'], window: from8to23 },
    ...{ thresholdSeconds: 180, target: 0.9, minSample: 100 },
  }),
  made('feige-3min', ['Feige 3 minutes', '飞鸽 3 分钟', '飛鴿 3 分鐘'], '2023-01-01', {
    ...always,
    ...{ start: 'handover', stops: ['human'], window: { from: '08:00', until: '23:00' } },
    ...{ per: 'strict_session', thresholdSeconds: 180 },
  }),
  made('pdd-5min', ['Pinduoduo 5 minutes', '拼多多 5 分钟', '拼多多 5 分鐘'], '2023-01-01', {
    ...always,
    ...{ start: 'first_message', stops: anyone, thresholdSeconds: 300 },
  }),
  made('kuaishou-2023', ['Kuaishou (2023)', '快手（2023）', '快手（2023）'], '2023-01-01', {
    ...always,
    ...{ start: 'first_message', stops: ['human'], window: from8to23, thresholdSeconds: 180 },
  }),
];

/** The rules in force on a date; before the first, the first. */
export function rulesOn(profile: Profile, day: string): ProfileRules {
  const { versions } = profile;
  const found = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0];
  if (!found) throw new Error(`the profile ${profile.id} has no rules`);
  return found.rules;
}

/** The dated rules by which the days of a span are reckoned. */
export function rulesWithin({ versions }: Profile, from: string, to: string): DatedRules[] {
  const at = versions.findLastIndex(({ validFrom }) => validFrom <= from);
  return versions.filter(
    ({ validFrom }, n) => n >= Math.max(at, 0) && (n === 0 || validFrom <= to),
  );
}

const minuteOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether something that began at this minute of the day counts; a window may reach over midnight. */
export function inWindow({ window }: ProfileRules, minute: number): boolean {
  if (window === null) return true;
  const [from, until] = [minuteOf(window.from), minuteOf(window.until)];
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}
