import type { parcels } from '@guitai/contract';

export type ParcelSettings = parcels.ParcelSettingsShape;

/** What a setting is while nobody set it. */
export const defaultSettings: ParcelSettings = {
  watch: true,
  collectHours: 48,
  wayHours: 72,
  cityHours: 48,
  deliveryHours: 24,
  customsHours: 240,
  stationDays: 3,
  deliver: 'signed',
};

/** The settings in force: what was set, over the defaults. */
export const settingsOf = (set: Partial<ParcelSettings> | null | undefined): ParcelSettings => ({
  ...defaultSettings,
  ...set,
});
