import { createHmac } from 'node:crypto';
import { sameBytes } from '../../kernel/same-bytes.ts';

/** `t=seconds,v1=hex`: HMAC-SHA256 over `t.body`; the scheme Stripe made common. */
export const signed = (secret: string, body: string, at: Date): string => {
  const t = Math.floor(at.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
};

/** Whether a header of that form proves the body, and is not older or newer than the tolerance. */
export function proves(
  secret: string,
  header: unknown,
  body: Buffer,
  at: Date,
  toleranceSeconds = 300,
): boolean {
  if (typeof header !== 'string') return false;
  const parts = header.split(',').map((part) => part.split('=', 2) as [string, string]);
  const t = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(t) || Math.abs(at.getTime() / 1000 - Number(t)) > toleranceSeconds) {
    return false;
  }
  const wanted = createHmac('sha256', secret).update(`${t}.`).update(body).digest();
  return parts.some(([name, value]) => {
    const given = name === 'v1' ? Buffer.from(value ?? '', 'hex') : Buffer.alloc(0);
    return sameBytes(given, wanted);
  });
}
