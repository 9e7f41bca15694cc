import type { aftersales, InputOf } from '@guitai/contract';
import { actorRef, type StaffActor, type TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { conversationFacts, newestConversationOf } from '../conversations/index.ts';
import { carryOutAct, type OrderFacts, withCard } from '../orders/index.ts';
import type { OrderRules } from '../shops/index.ts';
import { dueAfter } from './case.rules.ts';
import { insertCase, insertLines, insertStep } from './case.store.ts';
import { claimOnce, claimPieces } from './claim.store.ts';
import { planDeadline } from './deadline.ts';
import { caseOpened } from './events.ts';
import { type EvidenceFile, insertEvidence } from './evidence.store.ts';
import { evidenceOf } from './evidence.ts';
import { standingOf } from './ground.ts';
import { type Prepared, prepare, type Wish } from './opening.ts';
import { paramsOf } from './params.rules.ts';
import { onceKey } from './proposal.rules.ts';
import { caseShown } from './shown.ts';
import { hasOpenMoneyCase } from './sums.store.ts';
import { tellCase } from './tell.ts';

type Opening = Wish & {
  readonly orderId: string;
  readonly note?: string;
  readonly fileIds?: readonly string[];
  readonly conversationId?: string;
};

interface Plan extends Prepared {
  readonly files: readonly EvidenceFile[];
  readonly rules: OrderRules;
}

/**
 * What would be opened: the shop's rules, the goods, the money, the files; nothing is changed. Goods bound what a buyer can
 * ask for; of requests for money alone one waits at a time.
 */
async function planOf(
  actor: TeamActor,
  tx: Tx,
  order: OrderFacts,
  rules: OrderRules,
  input: Opening,
) {
  const isMoney = input.kind === 'refund' && !input.lines?.length;
  if (actor.kind === 'buyer' && isMoney && (await hasOpenMoneyCase(tx, order.id)))
    return refuse('case.open_already');
  const prepared = await prepare(tx, order, await standingOf(tx, order, rules), input);
  if (isRefusal(prepared)) return prepared;
  const files = await evidenceOf(tx, order, input.fileIds);
  return isRefusal(files) ? files : { ...prepared, files, rules };
}

/** The conversation it is done in, when it is one of the order's buyer; else the buyer's newest there. */
async function conversationOf(tx: Tx, { buyerId, shopId }: OrderFacts, id: string | undefined) {
  if (buyerId === null) return null;
  const found = id === undefined ? null : await conversationFacts(tx, id);
  if (found?.buyerId === buyerId) return found.id;
  return (await newestConversationOf(tx, { buyerId, shopId }))?.id ?? null;
}

/** Takes the goods for this case; what stands in one case cannot enter a second. */
async function claim(tx: Tx, order: OrderFacts, caseId: string, input: Opening, plan: Plan) {
  for (const line of plan.lines) {
    const pieces = order.items.find((item) => item.no === line.lineNo)?.quantity ?? 0;
    if (!(await claimPieces(tx, order.id, line, pieces)))
      return refuse('case.lines_taken', { lineNo: line.lineNo, left: 'fewer' });
  }
  const rule = onceKey(plan.rules, input.kind);
  if (rule && !(await claimOnce(tx, order.id, rule, caseId))) return refuse('case.once_per_order');
  return rule;
}

async function write(actor: TeamActor, tx: Tx, order: OrderFacts, input: Opening, plan: Plan) {
  const id = newId();
  const once = await claim(tx, order, id, input, plan);
  if (isRefusal(once)) return once;
  const by = actorRef(actor);
  const dueAt = dueAfter('asked', now(), plan.rules.refund.decisionHours);
  const row = {
    id,
    shop_id: order.shopId,
    order_id: order.id,
    buyer_id: order.buyerId,
    conversation_id: await conversationOf(tx, order, input.conversationId),
    kind: input.kind,
    state: 'asked' as const,
    reason_code: input.reasonCode,
    reason_text: plan.reasonText,
    note: input.note?.trim() ?? '',
    currency: order.currency,
    amount_minor: plan.amountMinor,
    difference_minor: plan.differenceMinor,
    payee_method_id: plan.payeeMethodId,
    fault: plan.fault,
    postage_by: plan.postageBy,
    once_key: once,
    due_at: dueAt,
    actor_kind: by.kind,
    actor_id: by.id,
  };
  await insertCase(tx, row);
  await insertLines(tx, id, plan.lines);
  await insertEvidence(actor, tx, id, plan.files);
  const { amountMinor } = plan;
  await insertStep(actor, tx, id, { state: 'asked', note: row.note, amountMinor });
  await planDeadline(tx, id, dueAt);
  tellCase(actor, tx, caseOpened, row, null);
  return row;
}

/** Opens a case as an act on its order; no money moves with it. */
export async function openAs(actor: TeamActor, tx: Tx, input: Opening, endpoint: string) {
  let opened: string | null = null;
  const acted = await carryOutAct(actor, tx, input, {
    endpoint,
    permission: 'aftersales.open',
    kind: 'case_opened',
    reasonCode: input.reasonCode,
    check: (order, rules) => planOf(actor, tx, order, rules, input),
    writes: () => [],
    effect: async (order, plan) => {
      const row = await write(actor, tx, order, input, plan);
      if (isRefusal(row)) return row;
      opened = row.id;
      const params = { ...paramsOf(row, plan.lines), wantedMinor: row.amount_minor };
      return { amountMinor: null, params };
    },
  });
  return isRefusal(acted) ? acted : { acted, caseId: opened as string | null };
}

/** SHOP-07, A18: a colleague opens a case; a refund request is one of kind refund or return. */
export async function openCase(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof aftersales.openCase>,
) {
  const opened = await openAs(actor, tx, input, 'openCase');
  if (isRefusal(opened)) return opened;
  const isThere = opened.acted.state !== 'preview' && opened.caseId !== null;
  const shown = isThere ? await caseShown(actor, tx, opened.caseId ?? '') : null;
  return { ...(await withCard(actor, tx, opened.acted)), case: shown };
}
