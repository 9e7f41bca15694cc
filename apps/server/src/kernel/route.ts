import type { CodesOf, commonErrors, Endpoint, InputOf, ReplyOf } from '@guitai/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, BuyerActor, MemberActor, StaffActor } from './actor.ts';
import type { Answer, JsonText } from './answer.ts';
import type { Db } from './db.ts';
import type { Refusal } from './refusal.ts';
import type { Tx } from './tx.ts';

/** `resource.action`, or who may call without a grant: anyone, any member, anyone in the chat. */
export type Permission = `${string}.${string}` | 'open' | 'member' | 'visitor';

/** The actor a behaviour receives, given the permission on its route. */
export type ActorFor<P extends Permission> = P extends 'open'
  ? Actor
  : P extends 'visitor'
    ? BuyerActor
    : P extends 'member'
      ? MemberActor
      : StaffActor;

type CommonCode = keyof typeof commonErrors;

/** What a behaviour of the endpoint may come back with. */
export type Outcome<E extends Endpoint> =
  | ReplyOf<E>
  | Answer<ReplyOf<E>>
  | JsonText
  | Refusal<CodesOf<E> | CommonCode>;

/** A behaviour: who, in which transaction, what. */
export type Behaviour<E extends Endpoint, P extends Permission> = (
  actor: ActorFor<P>,
  tx: Tx,
  input: InputOf<E>,
) => Promise<Outcome<E>>;

/** What a bare behaviour works with: it opens its own transactions and may read and write the raw request. */
export interface Bare {
  readonly db: Db;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The `Idempotency-Key` of the request, or a fresh one. */
  readonly key: string;
}

export type BareBehaviour<E extends Endpoint, P extends Permission> = (
  actor: ActorFor<P>,
  bare: Bare,
  input: InputOf<E>,
) => Promise<Outcome<E> | FastifyReply>;

export interface Route {
  readonly endpoint: Endpoint;
  readonly permission: Permission;
  readonly bare: boolean;
  readonly audited: boolean;
  readonly behaviour: (actor: never, tx: never, input: never) => Promise<unknown>;
}

interface RouteOptions {
  /** Refusals of the permission are written to the audit log. */
  readonly audited?: boolean;
}

/** One line per endpoint: its contract, who may, what it does. The kernel opens the transaction. */
export const route = <E extends Endpoint, P extends Permission>(
  endpoint: E,
  permission: P,
  behaviour: Behaviour<E, P>,
  options: RouteOptions = {},
): Route => ({ endpoint, permission, behaviour, bare: false, audited: options.audited ?? false });

/** A route whose behaviour opens its own transactions: grouped messages, uploads, downloads. */
export const routeBare = <E extends Endpoint, P extends Permission>(
  endpoint: E,
  permission: P,
  behaviour: BareBehaviour<E, P>,
  options: RouteOptions = {},
): Route => ({ endpoint, permission, behaviour, bare: true, audited: options.audited ?? false });
