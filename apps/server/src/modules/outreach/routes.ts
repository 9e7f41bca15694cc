import { outreach } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { sendOutreachAgainWith, settleOutreachMessage } from './act.ts';
import { receiveGatewayCallbackWith } from './callback.ts';
import type { Digest } from './digest.rules.ts';
import { testMessageGatewayWith } from './gateway.test-message.ts';
import {
  createMessageGatewayWith,
  listMessageGatewaysWith,
  removeMessageGateway,
  updateMessageGatewayWith,
} from './gateway.ts';
import { getOutreachMessage, listOutreachMessages } from './list.ts';
import { createOptOutWith, listOptOutsWith, undoOptOut } from './opt-out.ts';
import type { OutreachNeeds } from './ports.ts';
import { listSandboxMessages } from './sandbox.ts';
import { getOutreachSettings, updateOutreachSettings } from './settings.ts';
import { getSmsTerms } from './sms-terms.ts';
import { openUnsubscribeLinkWith, useUnsubscribeLinkWith } from './unsubscribe.ts';

const read = 'outreach.read';
const manage = 'gateways.manage';
const audited = { audited: true };

export const routesWith = (needs: OutreachNeeds, digest: Digest) => [
  route(outreach.listOutreachMessages, read, listOutreachMessages),
  route(outreach.getOutreachMessage, read, getOutreachMessage),
  route(outreach.settleOutreachMessage, 'outreach.send', settleOutreachMessage, audited),
  route(outreach.sendOutreachAgain, 'outreach.send', sendOutreachAgainWith(digest), audited),
  route(outreach.getOutreachSettings, read, getOutreachSettings),
  route(outreach.updateOutreachSettings, 'outreach.manage', updateOutreachSettings, audited),
  route(outreach.getSmsTerms, read, getSmsTerms),
  route(outreach.listOptOuts, read, listOptOutsWith(digest)),
  route(outreach.createOptOut, 'outreach.opt_out', createOptOutWith(digest), audited),
  route(outreach.undoOptOut, 'outreach.opt_out', undoOptOut, audited),
  route(outreach.listMessageGateways, manage, listMessageGatewaysWith(needs)),
  route(outreach.createMessageGateway, manage, createMessageGatewayWith(needs), audited),
  route(outreach.updateMessageGateway, manage, updateMessageGatewayWith(needs), audited),
  route(outreach.removeMessageGateway, manage, removeMessageGateway, audited),
  routeBare(outreach.testMessageGateway, manage, testMessageGatewayWith(needs), audited),
  route(outreach.listSandboxMessages, manage, listSandboxMessages),
  routeBare(outreach.receiveGatewayCallback, 'open', receiveGatewayCallbackWith(needs)),
  routeBare(outreach.openUnsubscribeLink, 'open', openUnsubscribeLinkWith(needs)),
  routeBare(outreach.useUnsubscribeLink, 'open', useUnsubscribeLinkWith(needs)),
];
