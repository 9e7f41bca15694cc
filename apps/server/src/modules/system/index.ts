import { system } from '@guitai/contract';
import { clock } from '../../kernel/clock.ts';
import type { Books } from '../../kernel/files/books.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { defineModule, type Module } from '../../kernel/module.ts';
import { route } from '../../kernel/route.ts';
import { goingRound } from '../notices/index.ts';
import { getSystemHealth } from './health.ts';
import * as m0001 from './migrations/0001-queue-age.ts';
import type { ProcessFigures } from './ports.ts';
import { dropUnclaimed, folderAt, walkMs } from './unclaimed.ts';

export const systemMigrations = [{ id: '0001-queue-age', up: m0001.up }];

interface SystemNeeds {
  readonly figures: ProcessFigures;
  readonly files: FileStore;
  /** Of every module; asked when they all stand. */
  readonly books: () => readonly Books[];
}

/** The operator's page, and the order among the files. */
export const createSystem = ({ figures, files, books }: SystemNeeds): Module =>
  defineModule({
    name: 'system',
    migrations: systemMigrations,
    routes: [route(system.getSystemHealth, 'system.read', getSystemHealth(figures))],
    followers: [
      goingRound({
        work: 'system.unclaimed',
        everyMs: walkMs,
        ofTeam: async (db, team) => {
          await dropUnclaimed({ db, files, books: books() }, team, folderAt(clock.now()));
        },
      }),
    ],
  });
