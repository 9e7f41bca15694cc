import { defineModule, type Module } from '../../kernel/module.ts';
import { goingRound } from '../notices/index.ts';
import { digestWith } from './digest.rules.ts';
import { events } from './events.ts';
import { followWith } from './follow.ts';
import { up } from './migrations/0001-outreach.ts';
import { up as gateways } from './migrations/0002-gateways.ts';
import { up as followed } from './migrations/0003-followed.ts';
import { up as nos } from './migrations/0004-nos.ts';
import { up as forgotten } from './migrations/0005-forgotten.ts';
import { up as keyed } from './migrations/0006-keyed.ts';
import { up as keyMark } from './migrations/0007-key-mark.ts';
import { up as kin } from './migrations/0008-kin.ts';
import type { OutreachNeeds } from './ports.ts';
import { reactionsWith } from './reactions.ts';
import { routesWith } from './routes.ts';
import { upkeepOf } from './upkeep.ts';

export { type CauseRef, holdTurn, pauseCause, resumeCause, stopCause } from './cause.ts';
export { markConverted } from './convert.ts';
export { digestWith } from './digest.rules.ts';
export { decideDue } from './due.ts';
export * from './events.ts';
export { createGateways, type Gateways } from './open-gateways.ts';
export { workOutbox } from './outbox.ts';
export { placesOf } from './place.store.ts';
export { planMessages } from './plan.many.ts';
export { type Plan, planMessage } from './plan.ts';
export { type Recheck, recheckEach, type Verdict } from './ports.ts';
export { postmanOf } from './post-letter.ts';
export { outOfQuiet } from './quiet.ts';
export { forgetGatewaysOf, openSandboxes } from './sandbox.open.ts';
export type { OutreachRow } from './tables.ts';

export const outreachMigrations = [
  { id: '0001-outreach', up },
  { id: '0002-gateways', up: gateways },
  { id: '0003-followed', up: followed },
  { id: '0004-nos', up: nos },
  { id: '0005-forgotten', up: forgotten },
  { id: '0006-keyed', up: keyed },
  { id: '0007-key-mark', up: keyMark },
  { id: '0008-kin', up: kin },
];

/** Messages to buyers that nobody typed: one place for no, not now, not so often, once and what came of it. */
export function createOutreach(needs: OutreachNeeds): Module {
  const { secretKey } = needs.config;
  const digest = digestWith(secretKey);
  const upkeep = goingRound({
    work: 'outreach.upkeep',
    everyMs: 24 * 3_600_000,
    atStart: true,
    ofTeam: (db, team) => upkeepOf(db, team, secretKey),
  });
  return defineModule({
    name: 'outreach',
    migrations: outreachMigrations,
    routes: routesWith(needs, digest),
    events,
    reactions: reactionsWith(digest),
    followers: [followWith(needs), upkeep],
  });
}
