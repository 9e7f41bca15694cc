import { aftersales } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { paced } from '../../kernel/visitor-pace.ts';
import { approveCase } from './approve.ts';
import { addCaseEvidence, addChatCaseEvidence, askForEvidence } from './ask.ts';
import { getCase, listCases, listChatCases } from './list.ts';
import { openChatCase } from './open.chat.ts';
import { openCase } from './open.ts';
import { payGoodwill, payReviewCashback, protectPrice } from './pay.ts';
import { getPriceProtection } from './price.ts';
import { getCaseProposal, getChatCaseProposal } from './proposal.ts';
import { refuseCase, withdrawCase, withdrawChatCase } from './refuse.ts';
import {
  inspectCaseGoods,
  noteChatReturnParcel,
  noteReturnParcel,
  receiveCaseGoods,
} from './return.ts';
import { settleCase } from './settle.ts';

const audited = { audited: true };

export const routes = [
  route(aftersales.getCaseProposal, 'aftersales.read', getCaseProposal),
  route(aftersales.openCase, 'aftersales.open', openCase, audited),
  route(aftersales.listCases, 'aftersales.read', listCases),
  route(aftersales.getCase, 'aftersales.read', getCase),
  route(aftersales.approveCase, 'aftersales.decide', approveCase, audited),
  route(aftersales.refuseCase, 'aftersales.decide', refuseCase, audited),
  route(aftersales.askForEvidence, 'aftersales.decide', askForEvidence, audited),
  route(aftersales.addCaseEvidence, 'aftersales.open', addCaseEvidence, audited),
  route(aftersales.withdrawCase, 'aftersales.open', withdrawCase, audited),
  route(aftersales.noteReturnParcel, 'aftersales.open', noteReturnParcel, audited),
  route(aftersales.receiveCaseGoods, 'aftersales.inspect', receiveCaseGoods, audited),
  route(aftersales.inspectCaseGoods, 'aftersales.inspect', inspectCaseGoods, audited),
  route(aftersales.settleCase, 'aftersales.decide', settleCase, audited),
  route(aftersales.payGoodwill, 'goodwill.pay', payGoodwill, audited),
  route(aftersales.getPriceProtection, 'orders.read', getPriceProtection),
  route(aftersales.protectPrice, 'goodwill.pay', protectPrice, audited),
  route(aftersales.payReviewCashback, 'goodwill.pay', payReviewCashback, audited),
  route(aftersales.getChatCaseProposal, 'visitor', getChatCaseProposal),
  route(aftersales.listChatCases, 'visitor', listChatCases),
  route(aftersales.openChatCase, 'visitor', paced(openChatCase)),
  route(aftersales.addChatCaseEvidence, 'visitor', paced(addChatCaseEvidence)),
  route(aftersales.noteChatReturnParcel, 'visitor', paced(noteChatReturnParcel)),
  route(aftersales.withdrawChatCase, 'visitor', paced(withdrawChatCase)),
];
