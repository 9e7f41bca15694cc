import { system } from '../kernel/actor.ts';
import { type Check, kernelChecks } from '../kernel/checks.ts';
import type { Db } from '../kernel/db.ts';
import { knownTeams } from '../kernel/teams.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';

/** `guitai verify`: asks every module whether its records agree with each other; 1 when one does not. */
export async function verify(): Promise<number> {
  return inHouse(async ({ db, modules }) => {
    const checks = [...kernelChecks, ...modules.flatMap((module) => module.checks)];
    const teams = await db.outside({ kind: 'nobody', team: null, locale: 'en' }, knownTeams);
    let faults = 0;
    for (const check of checks) faults += await report(db, check, teams);
    say(faults === 0 ? `All well in ${teams.length} teams.` : `${faults} faults.`);
    return faults === 0 ? 0 : 1;
  });
}

async function report(db: Db, check: Check, teams: readonly string[]): Promise<number> {
  const began = performance.now();
  const found: string[] = [];
  for (const team of teams) {
    const faults = await db.read(system(team, 'verify'), (tx) => check.ask(tx));
    found.push(...faults.map((fault) => `team ${team}: ${fault}`));
  }
  const took = `${Math.round(performance.now() - began)} ms`;
  say(`${found.length === 0 ? 'ok    ' : 'FAULT '} ${check.name.padEnd(32)} ${took}`);
  for (const line of found) say(`       ${line}`);
  return found.length;
}
