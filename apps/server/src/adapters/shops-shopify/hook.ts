import type { Headers, Hook } from '../../modules/connectors/ports.ts';
import { isSigned } from '../shops-http/signature.ts';

const text = (headers: Headers, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** What Shopify tells: signed over the raw body with the app's secret; an id that its repetitions share. */
export function readShopifyHook(
  secrets: Readonly<Record<string, string>>,
  headers: Headers,
  body: Uint8Array,
): Hook | null {
  if (!isSigned(secrets.webhookSecret ?? '', body, text(headers, 'x-shopify-hmac-sha256')))
    return null;
  const id = text(headers, 'x-shopify-webhook-id');
  const topic = text(headers, 'x-shopify-topic');
  if (id === '') return null;
  const told = JSON.parse(Buffer.from(body).toString('utf8')) as {
    id?: number | string;
    order_id?: number | string;
  };
  const about = topic.startsWith('orders/') ? told.id : told.order_id;
  return { id, topic, orderExternalId: about === undefined ? null : String(about) };
}
