import type { automation } from '@guitai/contract';
import { type SystemActor, system } from '../../kernel/actor.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { tagBuyer } from '../buyers/index.ts';
import { handTo, noteInTx } from '../conversations/index.ts';
import { notify } from '../notices/index.ts';
import { setOrderUrgent } from '../orders/index.ts';
import type { Plan } from '../outreach/index.ts';
import { openTask } from '../teamwork/index.ts';
import { giveByRule } from './coupon.ts';
import { letterFor } from './send.ts';
import type { Sight } from './snapshot.ts';
import { stepOf } from './step.rules.ts';
import type { RuleRow, WaitingRun } from './tables.ts';

type Action = automation.RuleAction;
type Result = automation.RunAction;

/** Messages that wait for the end of their page, each with where its id will stand. */
export type Letterbox = { readonly plan: Plan; readonly put: (messageId: string) => void }[];

/** What an action is about. */
export interface Acting {
  readonly rule: RuleRow;
  readonly run: WaitingRun;
  readonly sight: Sight;
  readonly at: Date;
  /** Stable name of this firing: what it plans is planned once under it. */
  readonly key: string;
  /** Messages of the page: they are planned together when it is decided. */
  readonly letters: Letterbox;
}

const done = (action: Action, detail = ''): Result => ({ do: action.do, result: 'done', detail });
const refused = (action: Action, detail: string): Result => ({
  do: action.do,
  result: 'refused',
  detail,
});
const outcome = (action: Action, result: unknown): Result =>
  isRefusal(result) ? refused(action, (result as Refusal).code) : done(action);

function send(
  action: Extract<Action, { do: 'send' }>,
  { rule, run, sight, key, letters }: Acting,
): Result {
  const letter = letterFor(rule, action, sight);
  if ('missing' in letter) return refused(action, `missing:${letter.missing}`);
  const result = { ...done(action), variant: letter.variant };
  const plan: Plan = {
    key,
    shopId: rule.shopId,
    buyerId: sight.seen.buyerId ?? '',
    orderId: sight.seen.orderId,
    conversationId: run.conversationId,
    topic: action.topic,
    channels: action.channels,
    cause: { kind: 'rule', id: rule.id, step: stepOf(run.id, letter.variant) },
    text: letter.text,
    card: letter.card,
    ...(letter.card ? { subject: letter.card.title } : {}),
    recheck: 'automation',
  };
  letters.push({ plan, put: (messageId) => Object.assign(result, { messageId }) });
  return result;
}

/** The conversation an action happens in: the one of the trigger, else the buyer's newest in the shop. */
const placeOf = ({ run, sight }: Acting) => run.conversationId ?? sight.seen.conversationId;

const inTalk = async (
  action: Action,
  acting: Acting,
  work: (conversationId: string) => Promise<unknown>,
): Promise<Result> => {
  const conversationId = placeOf(acting);
  return conversationId === null
    ? refused(action, 'no_conversation')
    : outcome(action, await work(conversationId));
};

async function task(
  actor: SystemActor,
  tx: Tx,
  action: Extract<Action, { do: 'task' }>,
  acting: Acting,
): Promise<Result> {
  const { rule, sight, at, key } = acting;
  const conversationId = placeOf(acting);
  await openTask(actor, tx, {
    shopId: rule.shopId,
    title: action.title,
    links: {
      ...(sight.seen.buyerId ? { buyerId: sight.seen.buyerId } : {}),
      ...(sight.seen.orderId ? { orderId: sight.seen.orderId } : {}),
      ...(conversationId ? { conversationId } : {}),
    },
    assigneeId: action.assigneeId,
    dueAt:
      action.dueMinutes === null
        ? null
        : new Date(at.getTime() + action.dueMinutes * 60_000).toISOString(),
    priority: action.priority,
    source: { kind: 'rule', id: key },
  });
  return done(action);
}

async function tell(
  tx: Tx,
  action: Extract<Action, { do: 'notify' }>,
  acting: Acting,
): Promise<Result> {
  const { rule, run, key } = acting;
  const conversationId = placeOf(acting);
  const subject = run.orderId
    ? { kind: 'order', id: run.orderId }
    : { kind: 'conversation', id: conversationId ?? run.subjectId };
  await notify(tx, {
    to: action.memberIds,
    kind: 'rule_matched',
    shopId: rule.shopId,
    subject,
    path: run.orderId ? `/orders/${run.orderId}` : `/inbox/all/${conversationId}`,
    params: { rule: rule.name },
    key,
  });
  return done(action);
}

/** Carries one action out. What it stirs carries the run as its cause, so that no rule answers itself. */
export function carryOut(tx: Tx, action: Action, acting: Acting): Promise<Result> {
  const actor = system(tx.team ?? '', `rule:${acting.run.id}`, acting.sight.shop.locale);
  const { seen } = acting.sight;
  switch (action.do) {
    case 'send':
      return Promise.resolve(send(action, acting));
    case 'tag':
      if (seen.buyerId === null) return Promise.resolve(refused(action, 'no_buyer'));
      return tagBuyer(actor, tx, { ...action, buyerId: seen.buyerId }).then((result) =>
        outcome(action, result),
      );
    case 'note':
      return inTalk(action, acting, (conversationId) =>
        noteInTx(actor, tx, { conversationId, text: action.text, key: acting.key }),
      );
    case 'assign':
      return inTalk(action, acting, (conversationId) =>
        handTo(actor, tx, { conversationId, memberId: action.memberId }),
      );
    case 'urgent':
      if (seen.orderId === null) return Promise.resolve(refused(action, 'no_order'));
      return setOrderUrgent(actor, tx, { orderId: seen.orderId }).then((result) =>
        outcome(action, result),
      );
    case 'task':
      return task(actor, tx, action, acting);
    case 'notify':
      return tell(tx, action, acting);
    case 'coupon':
      return giveByRule(actor, tx, action, acting);
    case 'webhook':
      return Promise.resolve(done(action, action.name));
  }
}
