/** How far a permission reaches: every row, rows of the member's shops, or rows held by the member or by nobody. */
export type Scope = 'all' | 'shop' | 'own';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';

/** Where a request came from; used for throttling and the audit log only. */
export interface Origin {
  readonly address: string;
  readonly device: string;
}

interface Anyone {
  readonly locale: Locale;
  readonly from?: Origin;
}

/** An approval a principal holds while the approved command runs by itself; the module of authority knows what it covers. */
export interface ApprovalInHand {
  readonly id: string;
}

interface Granted {
  readonly grants: ReadonlyMap<string, Scope>;
  /** Shops this principal is limited to; null means every shop of the team. */
  readonly shops: readonly string[] | null;
  readonly approval?: ApprovalInHand;
}

/** A signed-in person of the team. */
export interface MemberActor extends Anyone, Granted {
  readonly kind: 'member';
  readonly team: string;
  readonly member: string;
  readonly account: string;
  readonly session: string;
  readonly role: string;
}

/** An API key of the team. */
export interface KeyActor extends Anyone, Granted {
  readonly kind: 'key';
  readonly team: string;
  readonly key: string;
}

/** A person in the chat widget. `visitor` is null until the first word; `buyer` once known. */
export interface BuyerActor extends Anyone {
  readonly kind: 'buyer';
  readonly team: string;
  readonly shop: string;
  readonly channel: string;
  readonly visitor: string | null;
  readonly visitorSecret: string | null;
  readonly buyer: string | null;
  /** True when a token signed by the shop vouches for the buyer. */
  readonly verified: boolean;
}

/** The product itself: jobs, reactions, the command line. `why` names the cause. */
export interface SystemActor extends Anyone {
  readonly kind: 'system';
  readonly team: string;
  readonly why: string;
}

/** Somebody who has not said who they are. */
export interface NobodyActor extends Anyone {
  readonly kind: 'nobody';
  readonly team: null;
}

export type StaffActor = MemberActor | KeyActor;
export type TeamActor = StaffActor | BuyerActor | SystemActor;
export type Actor = TeamActor | NobodyActor;

/** The acting thing as events, audit and frames name it. */
export interface ActorRef {
  readonly kind: 'member' | 'key' | 'buyer' | 'system';
  readonly id: string | null;
}

/** Names the actor for the record. */
export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', id: actor.member };
    case 'key':
      return { kind: 'key', id: actor.key };
    case 'buyer':
      return { kind: 'buyer', id: actor.buyer };
    default:
      return { kind: 'system', id: null };
  }
}

/** The actor for work the product does by itself in a team; `why` is a job's or reaction's name. */
export const system = (team: string, why: string, locale: Locale = 'zh-CN'): SystemActor => ({
  kind: 'system',
  team,
  why,
  locale,
});
