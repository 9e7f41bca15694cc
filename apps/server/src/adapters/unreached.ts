import type { Refusal } from '../kernel/refusal.ts';

/** Why a place outside did not get a request: nobody answered, or it is one we may not speak to. */
export function unreached({ code, params }: Refusal): {
  readonly trouble: 'denied' | 'down';
  readonly detail: string;
} {
  if (code === 'outbound.refused_address')
    return { trouble: 'denied', detail: 'this address is not allowed' };
  return { trouble: 'down', detail: `no answer (${params.why ?? ''})` };
}
