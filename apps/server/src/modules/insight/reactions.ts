import { reactMany } from '../../kernel/reactions.ts';
import { cardSent, orderCheckAsked, productDiscussed, reminderSent } from '../care/index.ts';
import {
  conversationAssigned,
  conversationBuyerChanged,
  conversationClosed,
  conversationMarkedSpam,
  conversationOpened,
  conversationReopened,
  conversationSnoozed,
  conversationWoken,
  messagePosted,
} from '../conversations/index.ts';
import { couponSent } from '../offers/index.ts';
import { orderActed, orderPaid, orderPlaced, ordersMirrored } from '../orders/index.ts';
import { scriptUsed } from '../scripts/index.ts';
import { shopChanged, shopCreated, shopSettingsChanged } from '../shops/index.ts';
import { writeFacts } from './facts.ts';
import { factsReaction } from './progress.store.ts';

/** So many events make one transaction: messages pass by the thousand. */
const batch = 500;

export const reactions = [
  reactMany(
    factsReaction,
    [
      messagePosted,
      conversationOpened,
      conversationAssigned,
      conversationClosed,
      conversationReopened,
      conversationSnoozed,
      conversationWoken,
      conversationMarkedSpam,
      conversationBuyerChanged,
      orderPlaced,
      orderPaid,
      ordersMirrored,
      orderActed,
      productDiscussed,
      cardSent,
      reminderSent,
      orderCheckAsked,
      couponSent,
      scriptUsed,
      shopCreated,
      shopChanged,
      shopSettingsChanged,
    ],
    batch,
    (_actor, tx, events) => writeFacts(tx, events),
  ),
];
