import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Agent, Dispatcher } from 'undici';
import { type Refusal, refuse } from './refusal.ts';

/** The one door for requests to the outside: webhooks, carriers, shops, pictures by address. */
export interface OutboundRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface OutboundReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

export interface OutboundSettings {
  /** Hosts an operator trusts although they are not public, as `host:port`. */
  readonly allowed?: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

export type OutboundCode = 'outbound.refused_address' | 'outbound.failed' | 'outbound.too_large';

const maxRedirects = 3;
const ports = new Set(['', '80', '443']);

const resolveAll = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map((found) => found.address);

/** Whether an address belongs to the public internet, whatever form it hides in (mapped, NAT64, 6to4). */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  // Addresses that carry an IPv4 address inside are never needed here, so every such form is refused.
  return parsed.range() === 'unicast' && !parsed.toNormalizedString().startsWith('0:');
}

interface Target {
  readonly url: URL;
  readonly address: string;
}

async function target(
  text: string,
  base: URL | null,
  settings: OutboundSettings,
): Promise<Target | Refusal<OutboundCode>> {
  const no = refuse('outbound.refused_address', { host: text.slice(0, 200) });
  if (!base && !/^https?:\/\/[^/\\]/i.test(text)) return no;
  const url = URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return no;
  if (url.username !== '' || url.password !== '') return no;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const trusted = settings.allowed?.includes(
    `${host}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`,
  );
  if (!trusted && !ports.has(url.port)) return no;
  const found = isIP(host) ? [host] : await (settings.resolve ?? resolveAll)(host).catch(() => []);
  const [address] = found;
  if (address === undefined) return no;
  // One private answer among several is enough to refuse: the next connection might take it.
  if (!trusted && !found.every(isPublicAddress)) return no;
  return { url, address };
}

/** Whether a request to this address would be sent; refused for the same reasons, without sending one. */
export async function checkOutbound(
  url: string,
  settings: OutboundSettings = {},
): Promise<Refusal<OutboundCode> | null> {
  const aim = await target(url, null, settings);
  return 'url' in aim ? null : aim;
}

/**
 * The address a connection of another protocol (SMTP, SMPP) may be opened to: resolved once, public or trusted by the operator
 * as `host:port`. Null where it may not.
 */
export async function hostAddress(
  host: string,
  port: number,
  settings: OutboundSettings = {},
): Promise<string | null> {
  if (host === '' || /[/\\@\s]/.test(host)) return null;
  const found = isIP(host)
    ? [host]
    : await (settings.resolve ?? resolveAll)(host).catch((): readonly string[] => []);
  const [address] = found;
  if (address === undefined) return null;
  const trusted = settings.allowed?.includes(`${host}:${port}`) ?? false;
  return trusted || found.every(isPublicAddress) ? address : null;
}

/**
 * What a redirect takes along: to the same origin everything. Another origin is somebody else and hears nothing the caller
 * said to the first, which may be a key; null where the way would leave encryption.
 */
export function headersAfter(from: URL, to: URL, headers: OutboundRequest['headers'] = {}) {
  if (from.protocol === 'https:' && to.protocol === 'http:') return null;
  return from.origin === to.origin ? headers : {};
}

type Undici = typeof import('undici');

/** Connects to the address that was checked, whatever the name resolves to a moment later. */
const pinned = (undici: Undici, address: string, timeoutMs: number): Agent =>
  new undici.Agent({
    connect: {
      timeout: timeoutMs,
      lookup: (_host, options, callback) => {
        const family = isIP(address);
        if (options.all) callback(null, [{ address, family }]);
        else callback(null, address, family);
      },
    },
  });

async function readLimited(
  body: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The system's word where it has one (`ECONNREFUSED`), else the kind of error. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Sends a request to a public address: http(s), ports 80 and 443, resolved once and connected to just that address,
 * every redirect checked anew (three at most, none out of https, no header to another origin), no credentials, 5 s and 5 MB unless told otherwise.
 */
export async function outbound(
  wanted: OutboundRequest,
  settings: OutboundSettings = {},
): Promise<OutboundReply | Refusal<OutboundCode>> {
  const { timeoutMs = 5_000, maxBytes = 5_000_000 } = settings;
  const signal = AbortSignal.timeout(timeoutMs);
  let base: URL | null = null;
  let next = wanted.url;
  let headers = wanted.headers;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const aim = await target(next, base, settings);
    if (!('url' in aim)) return aim;
    const passed = base ? headersAfter(base, aim.url, headers) : headers;
    if (passed === null) return refuse('outbound.failed', { why: 'downgrade' });
    headers = passed;
    // Loaded with the first request: it is large, and most starts send none.
    const undici = await import('undici');
    const agent = pinned(undici, aim.address, timeoutMs);
    try {
      const reply = await undici.request(aim.url, {
        dispatcher: agent,
        method: wanted.method ?? 'GET',
        headers: { ...headers },
        body: wanted.body ?? null,
        signal,
      });
      const { location } = reply.headers;
      if (reply.statusCode >= 300 && reply.statusCode < 400 && typeof location === 'string') {
        if ((wanted.method ?? 'GET') !== 'GET')
          return refuse('outbound.failed', { why: 'redirect' });
        await reply.body.dump();
        base = aim.url;
        next = location;
        continue;
      }
      const body = await readLimited(reply.body, maxBytes);
      if (body === null) return refuse('outbound.too_large');
      return { status: reply.statusCode, headers: reply.headers, body };
    } catch (error) {
      return refuse('outbound.failed', { why: whyOf(error) });
    } finally {
      await agent.destroy();
    }
  }
  return refuse('outbound.failed', { why: 'redirects' });
}
