import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { writeHistory } from '../../../test/history.ts';
import { programPath } from '../../../test/programs.ts';
import { talk } from '../../../test/talk.ts';
import { system } from '../../kernel/actor.ts';
import { cursorOf, dumpFacts } from './progress.store.ts';

const command = programPath('cli/guitai');

/** `guitai rebuild insight` as a process of its own; killed at its first word when asked to. */
async function rebuildIn(url: string, team: string, kill: boolean): Promise<string> {
  const child = spawn(process.execPath, [command, 'rebuild', 'insight', team], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      GUITAI_DATA_DIR: mkdtempSync(join(tmpdir(), 'guitai-rebuild-')),
    },
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  child.stdout.on('data', (text) => {
    said += text;
    if (kill && /events read/.test(said)) child.kill('SIGKILL');
  });
  const end = await new Promise<string>((done) =>
    child.on('exit', (code, signal) => done(signal ?? String(code))),
  );
  expect(end, said).toBe(kill ? 'SIGKILL' : '0');
  return said;
}

it('REP-07 a rebuild killed with -9 in the middle ends with the same facts, byte for byte: the product goes on, or the next rebuild does', async () => {
  const w = await talk();
  const { url } = await testDatabase();
  await writeHistory(w, { seed: 11, talks: 300, from: '2026-04-02', days: 10 });
  await w.settle();
  const dump = () => w.built.db.read(system(w.team, 'test'), dumpFacts);
  const before = await dump();
  await rebuildIn(url, w.team, true);
  const { seq, head } = await w.built.db.read(system(w.team, 'test'), cursorOf);
  expect(seq).toBeLessThan(head);
  await w.settle();
  expect(await dump()).toBe(before);
  await rebuildIn(url, w.team, true);
  await rebuildIn(url, w.team, false);
  expect(await dump()).toBe(before);
}, 120_000);
