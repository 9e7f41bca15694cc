import { checkOutbound } from '../../kernel/outbound.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { WebhookPorts } from './ports.ts';

/** Refuses an address that a delivery would be refused for; every delivery checks anew. */
export async function checkUrl(
  { outboundAllowed }: WebhookPorts,
  url: string,
): Promise<Refusal<'webhook.url_refused'> | null> {
  const checked = await checkOutbound(url, { allowed: outboundAllowed });
  return isRefusal(checked) ? refuse('webhook.url_refused') : null;
}
