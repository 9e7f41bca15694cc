import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Tx } from '../../kernel/tx.ts';
import { metrics } from './metrics/index.ts';
import { spanOfFacts } from './page.store.ts';
import { allProfiles } from './profile.store.ts';
import { behindLog } from './progress.store.ts';
import { readsAll } from './scope.ts';
import { settingsOf } from './settings.store.ts';
import { shownMetric, shownProfile } from './shown.ts';

/** Every metric and profile, for screens to word and explain numbers by. */
export async function listMetrics(actor: StaffActor, tx: Tx) {
  const span = await spanOfFacts(tx);
  const reads = readsAll(actor) ? ['listPeopleFigures', 'getBoard', 'listStatements'] : [];
  const manages =
    can(actor, 'insight.manage') === 'yes'
      ? ['updateInsightSettings', 'setProfileRules', 'setSpecialDays']
      : [];
  return {
    metrics: metrics.map((metric) => shownMetric(actor.locale, metric)),
    profiles: (await allProfiles(tx)).map((profile) => shownProfile(actor.locale, profile)),
    settings: await settingsOf(tx),
    behind: await behindLog(tx),
    can: [...reads, ...manages],
    factsFrom: span?.from ?? null,
    factsTo: span?.to ?? null,
  };
}
