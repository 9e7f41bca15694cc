import { care, channels } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { paced } from '../../kernel/visitor-pace.ts';
import { sendOrderCard, sendProductCard, sendTrackingCard } from './card.ts';
import { listChatOrders } from './chat-orders.ts';
import { sendKnowledgeCard, suggestKnowledge } from './knowledge.ts';
import { answerOrderCheck, getCheckedAddress } from './order-check.answer.ts';
import { verifyAddress, verifyOrder, withdrawOrderCheck } from './order-check.ts';
import { cancelOwnOrder, changeOwnAddress, getOwnOrder } from './own-order.ts';
import { getOrderReminders, getReminderTexts, putReminderTexts } from './reminder.texts.ts';
import { remindPayment } from './reminder.ts';
import { listReminderWords } from './reminder.words.ts';

export const routes = [
  route(care.verifyOrder, 'orders.verify', verifyOrder),
  route(care.verifyAddress, 'orders.verify', verifyAddress),
  route(care.withdrawOrderCheck, 'orders.verify', withdrawOrderCheck),
  route(care.remindPayment, 'orders.remind', remindPayment),
  route(care.getOrderReminders, 'orders.read', getOrderReminders),
  route(care.listReminderWords, 'orders.read', listReminderWords),
  route(care.getReminderTexts, 'orders.read', getReminderTexts),
  route(care.putReminderTexts, 'automation.manage', putReminderTexts, { audited: true }),
  route(care.sendOrderCard, 'conversations.reply', sendOrderCard),
  route(care.sendTrackingCard, 'conversations.reply', sendTrackingCard),
  route(care.sendProductCard, 'conversations.reply', sendProductCard),
  route(care.suggestKnowledge, 'conversations.read', suggestKnowledge),
  route(care.sendKnowledgeCard, 'conversations.reply', sendKnowledgeCard),
  route(channels.listChatOrders, 'visitor', listChatOrders),
  route(channels.getCheckedAddress, 'visitor', getCheckedAddress),
  route(channels.answerOrderCheck, 'visitor', paced(answerOrderCheck)),
  route(care.getOwnOrder, 'visitor', getOwnOrder),
  route(care.cancelOwnOrder, 'visitor', paced(cancelOwnOrder)),
  route(care.changeOwnAddress, 'visitor', paced(changeOwnAddress)),
];
