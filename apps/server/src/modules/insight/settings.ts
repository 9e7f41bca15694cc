import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { actorRef } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { insightChanged } from './events.ts';
import { lockFacts } from './facts.store.ts';
import { dropProfilePages } from './page.store.ts';
import { profileOf, putRules } from './profile.store.ts';
import { putSettings, settingsOf } from './settings.store.ts';
import { shownProfile } from './shown.ts';

const changed = (actor: StaffActor, tx: Tx, profile: string) =>
  emit(tx, insightChanged, { subject: actor.team, actor, data: { profile } });

/** Sets the team's profile, or whether people see their rank. */
export async function updateInsightSettings(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.updateInsightSettings>,
) {
  const before = await settingsOf(tx);
  const after = { ...before, ...input };
  if (!(await profileOf(tx, after.profile)))
    return refuse('insight.profile_unknown', { profile: after.profile });
  await putSettings(tx, after);
  record(tx, actor, {
    action: 'insight.settings_changed',
    subject: { kind: 'team', id: actor.team },
    before,
    after: input,
  });
  changed(actor, tx, after.profile);
  return after;
}

/** Dates rules of a profile: they hold from that day on, earlier days keep theirs. */
export async function setProfileRules(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.setProfileRules>,
) {
  const { profileId, validFrom, rules } = input;
  if (!(await profileOf(tx, profileId)))
    return refuse('insight.profile_unknown', { profile: profileId });
  if (rules.window && rules.window.from === rules.window.until)
    return refuse('insight.window_empty');
  await lockFacts(tx);
  await putRules(tx, profileId, validFrom, rules, actorRef(actor).id);
  await dropProfilePages(tx, profileId, validFrom);
  record(tx, actor, {
    action: 'insight.profile_changed',
    subject: { kind: 'team', id: actor.team },
    after: { profile: profileId, validFrom, rules },
  });
  changed(actor, tx, profileId);
  const profile = await profileOf(tx, profileId);
  if (!profile) throw new Error('a profile vanished');
  return shownProfile(actor.locale, profile);
}
