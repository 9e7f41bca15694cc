import type { ReplyOf, shops } from '@guitai/contract';

export type Settings = ReplyOf<typeof shops.getShopSettings>;

/** What every part of the form of a shop's settings needs. */
export interface SettingsPart {
  /** As they would be kept. */
  readonly now: Settings;
  readonly set: (part: Partial<Settings>) => void;
}
