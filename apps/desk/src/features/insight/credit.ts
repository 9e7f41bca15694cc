import type { Catalogue } from './figure.rules.ts';

/** Metrics of enquiries say who is credited by the profile in force on a day; the others stay as they are. */
export function withCredit(catalogue: Catalogue, profileId: string | undefined, day: string) {
  const { metrics, profiles, settings } = catalogue;
  const profile = profiles.find(({ id }) => id === (profileId ?? settings.profile));
  const version =
    profile?.versions.findLast(({ validFrom }) => validFrom <= day) ?? profile?.versions[0];
  if (!version) return catalogue;
  return {
    ...catalogue,
    metrics: metrics.map((metric) =>
      metric.rows === 'enquiries'
        ? { ...metric, definition: `${metric.definition} ${version.creditText}` }
        : metric,
    ),
  };
}
