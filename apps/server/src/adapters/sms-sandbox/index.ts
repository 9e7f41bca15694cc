import type {
  GatewayLine,
  GatewayMaker,
  Outgoing,
  Told,
} from '../../modules/outreach/gateway.ports.ts';
import { countParts } from '../../modules/outreach/gateway.ports.ts';

const slowMs = 3_000;
const receiptMs = 150;

/** Receipts come a moment later, from a thread of their own, as with a gateway; lost when the process dies, as there. */
function receipts(line: GatewayLine, id: string, state: 'delivered' | 'failed', times: number) {
  const told: Told = {
    kind: 'receipt',
    eventId: `receipt-${id}`,
    providerId: id,
    state,
    code: state === 'failed' ? 'UNDELIV' : null,
    at: line.now(),
  };
  for (let n = 0; n < times; n += 1)
    setTimeout(() => void line.hear([told]).catch(() => undefined), receiptMs).unref();
}

async function send(line: GatewayLine, message: Outgoing) {
  const { fault } = line.options;
  if (fault === 'reject') return { state: 'refused', code: 'SANDBOX_REJECT', text: '' } as const;
  if (fault === 'throttle')
    return { state: 'refused', code: 'SANDBOX_THROTTLE', text: '', again: true } as const;
  const { parts } = countParts(message.text);
  const { key, to, subject, text } = message;
  const { id, first } = await line.book.put({ key, to, subject, text, parts });
  if (fault === 'slow') await new Promise((done) => setTimeout(done, slowMs));
  if (fault === 'silent') return { state: 'unknown', why: 'silent' } as const;
  if (first)
    receipts(
      line,
      id,
      fault === 'undelivered' ? 'failed' : 'delivered',
      fault === 'duplicate' ? 2 : 1,
    );
  return { state: 'accepted', providerId: id, parts } as const;
}

/**
 * A gateway that sends nothing: what it is handed stands in an outbox of its own, to be looked at. Told so it has the faults of
 * real ones: slow, silent, duplicate, reject, throttle, undelivered.
 */
export const sandboxGateway: GatewayMaker = {
  kind: 'sandbox',
  channels: ['sms', 'mail'],
  options: ['fault?'],
  secrets: [],
  open: (line) => ({
    send: (message) => send(line, message),
    async ask({ key }) {
      const id = await line.book.find(key);
      return id === null ? { state: 'missing' } : { state: 'accepted', providerId: id };
    },
  }),
};
