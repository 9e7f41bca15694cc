import { workbench } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { openCounter } from './counter.ts';

export const routes = [route(workbench.openCounter, 'conversations.read', openCounter)];
