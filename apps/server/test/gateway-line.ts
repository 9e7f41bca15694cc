import type { OutboundReply, OutboundRequest } from '../src/kernel/outbound.ts';
import type { Refusal } from '../src/kernel/refusal.ts';
import type { GatewayLine, Told } from '../src/modules/outreach/gateway.ports.ts';

/** A line whose other end the test plays. */
export interface PlayedLine extends GatewayLine {
  readonly requests: OutboundRequest[];
  readonly told: Told[];
}

export const jsonReply = (body: unknown, status = 200): OutboundReply => ({
  status,
  headers: {},
  body: Buffer.from(JSON.stringify(body)),
});

export function playedLine(
  settings: Partial<Pick<GatewayLine, 'options' | 'secrets' | 'callbackUrl' | 'hear' | 'now'>>,
  answer: (request: OutboundRequest) => OutboundReply | Refusal = () => jsonReply({}),
): PlayedLine {
  const requests: OutboundRequest[] = [];
  const told: Told[] = [];
  return {
    options: {},
    secrets: {},
    callbackUrl: null,
    now: () => new Date('2026-03-18T04:00:00Z'),
    hostAddress: async (host) => (host === '127.0.0.1' ? host : null),
    hear: async (some) => void told.push(...some),
    book: { put: async () => ({ id: '', first: true }), find: async () => null },
    ...settings,
    requests,
    told,
    reach: async (request) => {
      requests.push(request);
      return answer(request);
    },
  };
}
