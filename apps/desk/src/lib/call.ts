import type { Endpoint, InputOf } from '@guitai/contract';
import { callAny } from './query.ts';

/** Tells the server something nobody waits for; when it does not arrive, nothing is lost. */
export function call<E extends Endpoint>(endpoint: E, input: InputOf<E>): void {
  callAny(endpoint, input).catch(() => undefined);
}
