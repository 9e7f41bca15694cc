import { defineModule } from '../../kernel/module.ts';
import { walkChain } from './audit.ts';
import { up } from './migrations/0001-audit.ts';
import { routes } from './routes.ts';

export { readHistory, type Told } from './history.store.ts';
export { maskEmail } from './mask.rules.ts';
export { type Act, record, recordRefusal, recordRefused } from './record.ts';

/** The append-only record of who did what; every other module writes into it through `record`. */
export const audit = defineModule({
  name: 'audit',
  migrations: [{ id: '0001-audit', up }],
  routes,
  checks: [
    {
      name: 'audit.chain',
      ask: async (tx) => {
        const { firstBroken } = await walkChain(tx, tx.team ?? '');
        return firstBroken ? [`audit entry ${firstBroken.seq} is ${firstBroken.why}`] : [];
      },
    },
  ],
});
