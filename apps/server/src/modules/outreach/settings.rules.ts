import type { outreach, Static } from '@guitai/contract';

export type OutreachSettings = Static<typeof outreach.OutreachSettings>;

/** What a setting is while nobody set it. */
export const defaultSettings: OutreachSettings = {
  quietHours: { from: '21:30', until: '08:30' },
  marketingPerDay: 1,
  marketingPerWeek: 3,
  servicePerDay: 8,
  servicePerWeek: 25,
  mailPerHour: 4,
  chatPerMinute: null,
};

/** The settings in force: what was set, over the defaults. */
export const settingsOf = (set: Partial<OutreachSettings> | null): OutreachSettings => ({
  ...defaultSettings,
  ...set,
});
