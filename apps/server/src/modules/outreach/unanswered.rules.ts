import type { Refusal } from '../../kernel/refusal.ts';
import type { SendAnswer } from './gateway.ports.ts';

/** What happens before a connection stands: nothing has left. */
const beforeLeaving = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'],
]);

/** What a request without an answer says of the message: certainly not sent, or nobody knows. */
export function unanswered({ code, params }: Refusal): SendAnswer {
  const why = typeof params?.why === 'string' ? params.why : code;
  const never = code === 'outbound.refused_address' || beforeLeaving.has(why);
  return never ? { state: 'not_sent', why } : { state: 'unknown', why };
}
