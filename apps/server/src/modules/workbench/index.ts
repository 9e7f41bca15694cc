import { defineModule } from '../../kernel/module.ts';
import { routes } from './routes.ts';

/** Screens of the desk read in one piece; no tables. */
export const workbench = defineModule({ name: 'workbench', routes });
