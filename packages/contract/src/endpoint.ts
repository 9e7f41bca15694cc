import { type Static, type TObject, type TSchema, Type } from './schema.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One endpoint of the API, as data: the server mounts it, the client calls it, OpenAPI is made from it. */
export interface Endpoint {
  /** The one name: function, test subject and operationId. */
  readonly id: string;
  readonly method: Method;
  /** Path below `/api`, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TObject;
  /** Reply schema; absent means 204 without a body. */
  readonly reply?: TSchema;
  /** Codes this endpoint may refuse with, besides those every endpoint may (see `common.ts`). */
  readonly errors?: readonly string[];
  /** `json` unless told: `form` takes one uploaded file, `bytes` answers with a file, `raw` takes any body as it came. */
  readonly transfer?: 'json' | 'form' | 'bytes' | 'raw';
}

/** Declares an endpoint, keeping the exact types of its schemas. */
export const endpoint = <const E extends Endpoint>(declared: E): E => declared;

type Part<S> = S extends TSchema ? Static<S> : unknown;

/** What the behaviour of an endpoint receives: parameters, query and body in one object. */
export type InputOf<E extends Endpoint> = Part<E['params']> & Part<E['query']> & Part<E['body']>;

/** What an endpoint answers with when it does not refuse. */
// biome-ignore lint/suspicious/noConfusingVoidType: a behaviour without a reply returns nothing
export type ReplyOf<E extends Endpoint> = E['reply'] extends TSchema ? Static<E['reply']> : void;

/** The codes an endpoint declares. */
export type CodesOf<E extends Endpoint> = E['errors'] extends readonly string[]
  ? E['errors'][number]
  : never;

/** A body, query or params object that refuses fields it does not know. */
export const Strict = <P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
