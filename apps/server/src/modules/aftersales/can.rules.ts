import type { Actor } from '../../kernel/actor.ts';
import { can } from '../access/index.ts';
import { type State, type Step, steps, stepsIn } from './case.rules.ts';

/** The permission each step takes. */
export const permissionOf: Readonly<Record<Step, string>> = {
  approveCase: 'aftersales.decide',
  refuseCase: 'aftersales.decide',
  askForEvidence: 'aftersales.decide',
  addCaseEvidence: 'aftersales.open',
  withdrawCase: 'aftersales.open',
  noteReturnParcel: 'aftersales.open',
  receiveCaseGoods: 'aftersales.inspect',
  inspectCaseGoods: 'aftersales.inspect',
  settleCase: 'aftersales.decide',
};

/** Steps this reader's role allows on cases of this shop; without a shop: at all. */
export const grantedSteps = (actor: Actor, shop?: string): Step[] =>
  steps.filter(
    (step) => can(actor, permissionOf[step], shop === undefined ? undefined : { shop }) === 'yes',
  );

/** What the reader may do with a case now. */
export const canOn = (actor: Actor, card: { readonly shopId: string; readonly state: State }) => {
  const granted = grantedSteps(actor, card.shopId);
  return stepsIn(card.state).filter((step) => granted.includes(step));
};

const ofBuyer: readonly Step[] = ['addCaseEvidence', 'withdrawCase', 'noteReturnParcel'];

const chatNames: Readonly<Partial<Record<Step, string>>> = {
  addCaseEvidence: 'addChatCaseEvidence',
  withdrawCase: 'withdrawChatCase',
  noteReturnParcel: 'noteChatReturnParcel',
};

/** What its buyer may do with a case in the chat. */
export const canInChat = (state: State): string[] =>
  stepsIn(state)
    .filter((step) => ofBuyer.includes(step))
    .flatMap((step) => chatNames[step] ?? []);
