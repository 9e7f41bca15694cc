import { outreach } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { listOutreachMessages } from './list.ts';
import type { OutreachNeeds } from './ports.ts';

export const routesWith = (_needs: OutreachNeeds) => [
  route(outreach.listOutreachMessages, 'outreach.read', listOutreachMessages),
];
