import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Headers, Hook } from '../../modules/connectors/ports.ts';

const text = (headers: Headers, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** Whether the body carries this signature: HMAC-SHA256 in base64 under the shared secret. */
export function isSigned(secret: string, body: Uint8Array, signature: string): boolean {
  if (secret === '' || signature === '') return false;
  const ours = createHmac('sha256', secret).update(body).digest();
  const theirs = Buffer.from(signature, 'base64');
  return theirs.length === ours.length && timingSafeEqual(ours, theirs);
}

/** What WooCommerce tells: `X-WC-Webhook-Topic`, an id of the delivery, and the order itself as body. */
export function readWooHook(
  secrets: Readonly<Record<string, string>>,
  headers: Headers,
  body: Uint8Array,
): Hook | null {
  if (!isSigned(secrets.webhookSecret ?? '', body, text(headers, 'x-wc-webhook-signature')))
    return null;
  const id = text(headers, 'x-wc-webhook-delivery-id');
  const topic = text(headers, 'x-wc-webhook-topic');
  if (id === '') return null;
  const told = JSON.parse(Buffer.from(body).toString('utf8')) as { id?: number };
  const about = topic.startsWith('order.') && told.id !== undefined ? String(told.id) : null;
  return { id, topic, orderExternalId: about };
}
