import { followups } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { paced } from '../../kernel/visitor-pace.ts';
import type { WordPort } from '../conversations/index.ts';
import * as acts from './acts.ts';
import { fillFollowups } from './fill.ts';
import * as greeting from './greeting.ts';
import { getFollowup, listFollowups } from './list.ts';
import { planFollowup } from './plan.ts';
import { exportFollowups, getFollowupResults } from './results.ts';
import { sendFollowupsWith } from './send.ts';
import { getFollowupSettings, updateFollowupSettings } from './settings.ts';
import * as wish from './wish.ts';

const audited = { audited: true };

export const routesWith = (words: WordPort) => [
  route(followups.listFollowups, 'followups.read', listFollowups),
  route(followups.getFollowup, 'followups.read', getFollowup),
  route(followups.planFollowup, 'followups.work', planFollowup),
  route(followups.contactFollowup, 'followups.work', acts.contactFollowup),
  routeBare(followups.sendFollowups, 'followups.work', sendFollowupsWith(words), audited),
  route(followups.postponeFollowups, 'followups.work', acts.postponeFollowups),
  route(followups.closeFollowups, 'followups.work', acts.closeFollowups),
  route(followups.assignFollowups, 'followups.work', acts.assignFollowups),
  route(followups.undoFollowups, 'followups.work', acts.undoFollowups),
  route(followups.fillFollowups, 'followups.manage', fillFollowups),
  route(followups.getFollowupSettings, 'followups.read', getFollowupSettings),
  route(followups.updateFollowupSettings, 'followups.manage', updateFollowupSettings, audited),
  route(followups.getFollowupResults, 'followups.read', getFollowupResults),
  routeBare(followups.exportFollowups, 'buyers.export', exportFollowups, audited),
  route(followups.listWishes, 'followups.read', wish.listWishes),
  route(followups.makeWish, 'followups.work', wish.makeWish),
  route(followups.withdrawWish, 'followups.work', wish.withdrawWish),
  route(followups.listOwnWishes, 'visitor', wish.listOwnWishes),
  route(followups.makeOwnWish, 'visitor', paced(wish.makeOwnWish)),
  route(followups.withdrawOwnWish, 'visitor', paced(wish.withdrawOwnWish)),
  route(followups.listGreetings, 'followups.read', greeting.listGreetings),
  route(followups.setGreeting, 'followups.manage', greeting.setGreeting, audited),
  route(followups.removeGreeting, 'followups.manage', greeting.removeGreeting, audited),
  route(followups.previewGreeting, 'followups.manage', greeting.previewGreeting),
];
