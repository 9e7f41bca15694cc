import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { automation } from '@guitai/contract';
import { type Client, createClient } from '@guitai/sdk';
import { joinPostgres } from '../../apps/server/src/adapters/embedded-postgres/index.ts';
import { system } from '../../apps/server/src/kernel/actor.ts';
import { createDb } from '../../apps/server/src/kernel/db.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import {
  decisionsPerSecond,
  type Flood,
  makeFlood,
  pour,
  standing,
  wreckage,
} from '../../apps/server/test/care-flood.ts';
import type { Figure, Measure } from '../lib/figure.ts';
import { endServer, startProduct, startServer } from '../lib/product.ts';
import { short } from '../lib/stats.ts';

/** Pauses the rules of both shops or lets them go on. */
async function turn(desk: Client, { shop, night }: Flood, state: 'on' | 'paused'): Promise<void> {
  for (const shopId of [shop, night]) {
    const { items } = await desk.call(automation.listRules, { shopId });
    for (const { id: ruleId, state: before } of items)
      if (before !== 'off') await desk.call(automation.setRuleState, { ruleId, state });
  }
}

/** Waits until what was poured is planned. */
async function planned(flood: Flood, wanted: number): Promise<void> {
  while ((await standing(flood)).runs < wanted) await sleep(300);
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** Waits until everything decided is sent, or five minutes. */
async function rest(flood: Flood, wanted: number): Promise<void> {
  const until = performance.now() + 300_000;
  while (performance.now() < until) {
    const { runs, waiting, open } = await standing(flood);
    if (runs === wanted && waiting === 0 && open === 0) return;
    await sleep(500);
  }
}

/** Its database lives on and may hold the pipes open: the end of the process is what counts. */
const killed = (process: Server['process']): Promise<void> =>
  new Promise((done) => {
    if (process.exitCode !== null || process.signalCode !== null) return done();
    process.once('exit', () => done());
    process.kill('SIGKILL');
  });

/** Kills the product in the middle, over and over, until the pouring is over and as often as wanted. */
async function killing(
  dataDir: string,
  first: Server['process'],
  kills: number,
  moved: (server: Server) => void,
): Promise<Server['process']> {
  let process = first;
  for (let n = 0; n < kills; n += 1) {
    await sleep(600 + Math.random() * 1_500);
    await killed(process);
    const server = await startServer(dataDir);
    process = server.process;
    moved(server);
  }
  return process;
}

function figuresOf(count: number, kills: number, found: string[], speed: number): Figure[] {
  const load = loadavg()[0] ?? 0;
  return [
    {
      what: `order care, ${count.toLocaleString('en')} orders, killed ${kills} times in the middle`,
      wanted: '0 doubled, 0 missing, 0 at night or after a no',
      measured: found.length === 0 ? '0, 0, 0' : found.join('; ').slice(0, 300),
      values: { orders: count, kills, faults: found.length },
      met: found.length === 0,
    },
    {
      what: 'order care, decisions a second',
      wanted: '≥ 500',
      measured: `${short(speed)} at a load of ${short(load)} on ${cpus().length} cores`,
      values: { perSecond: speed, load },
      met: speed >= 500,
    },
  ];
}

/** In peace so many more are poured, of those under fire: sending them is what takes the time, deciding them a few seconds. */
const calmShare = 0.4;

/** What is planned for so many orders: a tenth of them again where it is night. */
const runsOf = (orders: number): number => orders + Math.ceil(orders / 10);

/** Order care under fire: orders mirrored twice while the real program dies, then some more in peace. */
export const care: Measure = {
  name: 'care',
  slow: true,
  async run({ quick, say }) {
    const [count, kills] = quick ? [1_000, 4] : [10_000, 10];
    const product = await startProduct();
    let { address, process } = product as { address: string; process: Server['process'] };
    const url = await joinPostgres(product.dataDir);
    if (!url) throw new Error('the database of the product was not found');
    const db = createDb({ url, max: 6, role: appRole });
    const desk = createClient({
      baseUrl: '',
      locale: 'en',
      fetch: (path, init) => {
        const headers = new Headers(init.headers);
        headers.set('origin', address);
        headers.set('cookie', product.cookie);
        return fetch(`${address}${path}`, { ...init, headers });
      },
    });
    const began = performance.now();
    const mark = (what: string) =>
      say(`  ${Math.round((performance.now() - began) / 100) / 10} s ${what}`);
    try {
      const { shop, channel } = product;
      const actor = system(product.team, 'bench');
      const flood = await makeFlood(desk, { db, actor, shop, count, channel });
      mark(`${count} buyers, a gateway, a night`);
      const pouring = pour(flood, 'a');
      process = await killing(product.dataDir, process, kills, (server) => {
        address = server.address;
      });
      mark('killed');
      await pouring;
      mark('poured');
      const once = runsOf(count);
      const calm = Math.ceil(count * calmShare);
      const calmRuns = runsOf(calm);
      await rest(flood, once);
      mark('rested');
      const found = await wreckage(flood);
      await turn(desk, flood, 'paused');
      await pour({ ...flood, count: calm }, 'b');
      mark('poured again');
      await planned(flood, once + calmRuns);
      mark('planned');
      await turn(desk, flood, 'on');
      await rest(flood, once + calmRuns);
      mark('rested');
      const again = await wreckage(flood, [count, calm]);
      return figuresOf(count, kills, [...found, ...again], await decisionsPerSecond(flood, 'b'));
    } finally {
      await db.pool.end();
      await endServer(process);
      rmSync(product.dataDir, { recursive: true, force: true });
    }
  },
};
