import { system } from '@guitai/contract';
import { defineModule, type Module } from '../../kernel/module.ts';
import { route } from '../../kernel/route.ts';
import { getSystemHealth } from './health.ts';
import * as m0001 from './migrations/0001-queue-age.ts';
import type { ProcessFigures } from './ports.ts';

export const systemMigrations = [{ id: '0001-queue-age', up: m0001.up }];

/** The operator's page. */
export const createSystem = (figures: ProcessFigures): Module =>
  defineModule({
    name: 'system',
    migrations: systemMigrations,
    routes: [route(system.getSystemHealth, 'system.read', getSystemHealth(figures))],
  });
