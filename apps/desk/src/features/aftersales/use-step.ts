import { aftersales, type InputOf, type workbench } from '@guitai/contract';
import { cache, refresh, replyKey, useAct } from '../../lib/query.ts';
import { keepOrder } from '../orders/keep-order.ts';

type Case = aftersales.CaseShape;

/** Steps of a case: one shape of request, one of answer. */
export type StepEndpoint =
  | typeof aftersales.approveCase
  | typeof aftersales.refuseCase
  | typeof aftersales.askForEvidence
  | typeof aftersales.addCaseEvidence
  | typeof aftersales.withdrawCase
  | typeof aftersales.noteReturnParcel
  | typeof aftersales.receiveCaseGoods
  | typeof aftersales.inspectCaseGoods
  | typeof aftersales.settleCase;

/** A step's own fields. */
export type StepFields<E extends StepEndpoint> = Omit<
  InputOf<E>,
  'caseId' | keyof typeof import('@guitai/contract').orders.ActFields.properties
>;

/** A case as a step answered it, put wherever it stands on screen. */
function keepCase(one: Case): void {
  cache.setQueryData<aftersales.CaseSheetShape>(
    replyKey(aftersales.getCase, { caseId: one.id }),
    (known) => known && { ...known, ...one },
  );
  cache.setQueriesData<workbench.CounterShape>({ queryKey: ['openCounter'] }, (known) => {
    if (!known?.orders.cases.some(({ id }) => id === one.id)) return known;
    const cases = known.orders.cases.map((other) => (other.id === one.id ? one : other));
    return { ...known, orders: { ...known.orders, cases } };
  });
  refresh(aftersales.listCases, aftersales.getCase);
}

/** What became of a case is on screen at once, wherever it stands. */
export function keepActed({ order, case: one }: aftersales.CaseActedShape): void {
  keepOrder(order);
  if (one) keepCase(one);
}

/** Takes a case one step on. */
export function useStep<E extends StepEndpoint>(
  endpoint: E,
  { id: caseId }: Pick<Case, 'id'>,
  onDone: (reply: aftersales.CaseActedShape) => void = () => undefined,
) {
  const act = useAct<E>(endpoint, (reply) => {
    const acted = reply as aftersales.CaseActedShape;
    keepActed(acted);
    onDone(acted);
  });
  return {
    busy: act.busy,
    refusal: act.refusal,
    reset: act.reset,
    run: (fields: StepFields<E>, approvalNote?: string) =>
      act.run({
        ...fields,
        caseId,
        ...(approvalNote === undefined ? {} : { approvalNote }),
      } as unknown as InputOf<E>),
  };
}
