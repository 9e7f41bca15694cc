import { createHmac } from 'node:crypto';
import { sameBytes } from '../../kernel/same-bytes.ts';
import type {
  AskedParcel,
  ParcelProvider,
  ProviderLine,
  RawStep,
  ToldParcel,
  Trouble,
} from '../../modules/parcels/ports.ts';
import { formOf, jsonField } from '../carriers-http/form.ts';
import { wayOf } from './way.ts';

const hour = 3_600_000;

/** What the end of a number makes happen, so that every fault can be seen without a carrier. */
function faultOf(number: string): Trouble | null {
  if (number.endsWith('-DOWN')) return { trouble: 'down', detail: 'sandbox: no answer' };
  if (number.endsWith('-DENIED')) return { trouble: 'denied', detail: 'sandbox: account is empty' };
  if (number.endsWith('-BUSY')) return { trouble: 'busy', detail: 'sandbox: asked too often' };
  if (number.endsWith('-UNKNOWN')) return { trouble: 'no', detail: 'sandbox: no such number' };
  return null;
}

/** Where a parcel of the sandbox is by now; its way depends on nothing but its number and when it was handed over. */
function toldOf({ carrier, number, shippedAt }: AskedParcel, now: Date): ToldParcel {
  const began = Date.parse(shippedAt);
  const steps = wayOf(number)
    .map(
      ({ hours, ...step }): RawStep => ({
        ...step,
        at: new Date(began + hours * hour).toISOString(),
      }),
    )
    .filter((step) => Date.parse(step.at ?? '') <= now.getTime());
  const code = steps.at(-1)?.code ?? null;
  return { carrier, number, steps, code, ended: code === '301' || code === '4' };
}

/** Signature of a callback of the sandbox: HMAC-SHA256 of `param` in hexadecimal letters. */
export const sandboxSign = (param: string, secret: string): string =>
  createHmac('sha256', secret).update(param).digest('hex');

/**
 * A carrier that lives in this process and speaks the vocabulary of 快递100: `…-STUCK`, `-RETURN`, `-STATION`, `-FAIL`,
 * `-ADDRESS`, `-NOPICKUP` go their ways, `-DOWN`, `-DENIED`, `-BUSY`, `-UNKNOWN` fail, everything else arrives after two days.
 */
export const createSandboxCarrier = (): ParcelProvider => ({
  kind: 'sandbox',
  secrets: ['secret'],
  async query(line: ProviderLine, parcel) {
    return faultOf(parcel.number) ?? toldOf(parcel, line.now());
  },
  async subscribe(_line, parcel) {
    return faultOf(parcel.number);
  },
  readCallback({ secrets }, _headers, body) {
    const form = formOf(body);
    const sign = Buffer.from(form.get('sign') ?? '');
    const right = Buffer.from(sandboxSign(form.get('param') ?? '', secrets.secret ?? ''));
    if (!secrets.secret || !sameBytes(right, sign)) return null;
    const told = jsonField<ToldParcel>(form, 'param');
    return told?.number ? { told: [told], reply: { ok: true } } : { told: [], reply: { ok: true } };
  },
});
