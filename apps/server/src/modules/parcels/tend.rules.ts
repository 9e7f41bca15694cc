/** What of a watch decides when its parcel is asked for next. */
export interface AskState {
  readonly followed: boolean;
  readonly subscription: 'none' | 'wanted' | 'sent' | 'refused';
  readonly subscribedAt: Date | null;
  readonly heardAt: Date | null;
  readonly askedAt: Date | null;
  /** Questions in a row that brought nothing new. */
  readonly quiet: number;
  /** Questions in a row that were not answered. */
  readonly failures: number;
  readonly troubleKind: '' | 'down' | 'busy' | 'denied' | 'no' | 'nothing';
}

const minute = 60_000;
const hour = 60 * minute;

const doubled = (base: number, times: number, most: number): number =>
  Math.min(base * 2 ** Math.min(times, 20), most);

/** How long to wait after a question that went wrong. */
const patience = {
  down: (failures: number) => doubled(5 * minute, failures - 1, 6 * hour),
  busy: (failures: number) => doubled(minute, failures - 1, hour),
  denied: () => 6 * hour,
  no: () => 24 * hour,
  nothing: (failures: number) => doubled(2 * hour, failures - 1, 24 * hour),
} as const;

const latest = (...times: readonly (Date | null)[]): number =>
  Math.max(...times.map((time) => time?.getTime() ?? 0));

/**
 * When the provider is asked next; null: never. A subscription that speaks is left alone; one that is silent for half a day is
 * asked, less and less often; without one it is asked every two hours at first.
 */
export function nextAsk(watch: AskState): Date | null {
  if (!watch.followed) return null;
  const { askedAt, troubleKind, failures, quiet } = watch;
  if (askedAt && troubleKind !== '')
    return new Date(askedAt.getTime() + patience[troubleKind](Math.max(failures, 1)));
  const heard = latest(watch.heardAt, askedAt, watch.subscribedAt);
  if (watch.subscription === 'sent') return new Date(heard + doubled(12 * hour, quiet, 48 * hour));
  if (!askedAt) return new Date(0);
  return new Date(askedAt.getTime() + doubled(2 * hour, quiet, 24 * hour));
}

/** Whether what is known is too old to call a parcel stuck without asking first. */
export const isStale = ({ heardAt, askedAt }: AskState, now: Date): boolean =>
  now.getTime() - latest(heardAt, askedAt) > 30 * minute;
