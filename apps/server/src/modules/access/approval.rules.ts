import type { access } from '@guitai/contract';
import { standsInFor } from './delegation.rules.ts';

export type ApprovalState = access.ApprovalBriefShape['state'];

/** What may become of a request; whatever is not asked any more stays as it is. */
const transitions: Readonly<Record<ApprovalState, readonly ApprovalState[]>> = {
  asked: ['approved', 'refused', 'void', 'expired', 'withdrawn'],
  approved: [],
  refused: [],
  void: [],
  expired: [],
  withdrawn: [],
};

export const mayBecome = (from: ApprovalState, to: ApprovalState): boolean =>
  transitions[from].includes(to);

/** A person who may decide in general, and whether the own authority covers this act now. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly covers: boolean;
}

/** Somebody who may decide a request: in whose place, and from which stage on it is this person's turn. */
export interface Approver {
  readonly id: string;
  readonly name: string;
  readonly inPlaceOf: string;
  readonly stage: number;
}

interface Line {
  readonly requester: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly candidates: readonly Candidate[];
  readonly delegations: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Who may decide: everybody whose own authority covers the act, and their deputies. Never who asks, neither directly nor
 * by standing in or being stood in for. A person decides with the nearest authority that covers, the own first.
 */
export function approversOf({ requester, people, candidates, delegations }: Line): Approver[] {
  const covering = new Map(
    candidates.filter((one) => one.covers && one.id !== requester).map((one) => [one.id, one]),
  );
  return people.flatMap(({ id, name }) => {
    if (id === requester) return [];
    const places = standsInFor(delegations, id).flatMap((place) => covering.get(place) ?? []);
    const [nearest] = places;
    if (!nearest) return [];
    const stage = Math.min(...places.map((place) => place.rank));
    return [{ id, name, inPlaceOf: nearest.id, stage }];
  });
}

/** The stage after this one at which somebody is to be asked; null: nobody is left. */
export function nextStage(approvers: readonly Approver[], stage: number): number | null {
  const later = approvers.map((one) => one.stage).filter((one) => one > stage);
  return later.length === 0 ? null : Math.min(...later);
}
