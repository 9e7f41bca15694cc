import type { Headers, Hook } from '../../modules/connectors/ports.ts';
import { isSigned } from '../shops-http/signature.ts';

const text = (headers: Headers, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

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
