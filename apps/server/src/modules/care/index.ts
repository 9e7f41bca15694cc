import { defineModule } from '../../kernel/module.ts';
import { approvalReactions } from './approval.reactions.ts';
import { events } from './events.ts';
import { judgeKnowledge, questionReactions } from './knowledge.after.ts';
import { up } from './migrations/0001-care.ts';
import { up as actCards } from './migrations/0002-act-cards.ts';
import { up as knowledge } from './migrations/0003-knowledge.ts';
import { up as reminderTexts } from './migrations/0004-reminder-texts.ts';
import { up as pages } from './migrations/0005-pages.ts';
import { up as knowledgeCards } from './migrations/0006-knowledge-cards.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export { careActs, grantedOnCare } from './acts.store.ts';
export { cardSent, orderCheckAsked, productDiscussed, reminderSent } from './events.ts';
export { showsPicture } from './knowledge-card.ts';
export { cardOfParcel } from './tracking.rules.ts';

/** The acts on an order while chatting: questions the buyer answers, reminders, cards. */
export const care = defineModule({
  name: 'care',
  migrations: [
    { id: '0001-care', up },
    { id: '0002-act-cards', up: actCards },
    { id: '0003-knowledge', up: knowledge },
    { id: '0004-reminder-texts', up: reminderTexts },
    { id: '0005-pages', up: pages },
    { id: '0006-knowledge-cards', up: knowledgeCards },
  ],
  routes,
  events,
  reactions: [...reactions, ...approvalReactions, ...questionReactions],
  jobs: [judgeKnowledge],
});
