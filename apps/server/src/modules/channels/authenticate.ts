import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type BuyerActor, type Origin, system } from '../../kernel/actor.ts';
import { addressOf } from '../../kernel/address.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { localeOf } from '../../kernel/texts.ts';
import { hashToken } from '../access/index.ts';
import { buyersByAccount } from '../buyers/index.ts';
import { type Identity, verifyIdentity } from './identity.ts';
import { openSite, type Site } from './site.ts';
import type { VisitorRow } from './tables.ts';
import { claimToken, isTokenOf, visitorOfHash } from './visitor.store.ts';
import { identifyVisitorAs, renewSecret, vouchFor } from './visitor.ts';

type Code = 'channel.not_found' | 'channel.closed' | 'visitor.unknown' | 'visitor.identity_invalid';
interface Server {
  readonly secretKey: string;
  readonly trustProxy?: boolean;
}

/** What a browser shows of itself. */
interface Shown {
  readonly site: string;
  readonly secret: string | null;
  readonly identity: string | null;
  readonly locale: BuyerActor['locale'];
  readonly from: Origin;
}

const secretPattern = /^[\w-]{43}$/;
const longestToken = 4_096;

const visitorActor = (site: Site, shown: Shown, visitor: VisitorRow | undefined): BuyerActor => ({
  kind: 'buyer',
  team: site.team,
  shop: site.channel.shopId,
  channel: site.channel.id,
  visitor: visitor?.id ?? null,
  visitorSecret: shown.secret,
  buyer: visitor?.buyerId ?? null,
  verified: visitor?.verified ?? false,
  locale: shown.locale,
  from: shown.from,
});

/** The buyer the token names, if there is one already; nothing is made for somebody who only looks. */
async function onlyLooking(db: Db, actor: BuyerActor, identity: Identity): Promise<BuyerActor> {
  const known = await db.read(system(actor.team, 'channels.identify'), (tx) =>
    buyersByAccount(tx, actor.shop, [identity.externalId]),
  );
  const seen = { ...actor, buyer: known.get(identity.externalId) ?? null, verified: true };
  vouchFor(seen, identity);
  return seen;
}

/** A token belongs to the browser that showed it first (its `jti`); shown again by the same one it changes nothing. */
async function applyIdentity(
  db: Db,
  site: Site,
  actor: BuyerActor,
  visitor: VisitorRow | undefined,
  identity: Identity,
): Promise<BuyerActor | Refusal<'visitor.identity_invalid'>> {
  if (actor.visitorSecret === null) return onlyLooking(db, actor, identity);
  const hash = hashToken(actor.visitorSecret);
  const asking = system(actor.team, 'channels.identify');
  const again = await db.read(asking, (tx) => isTokenOf(tx, site.channel.id, identity.jti, hash));
  if (again && visitor?.verified) return actor;
  const outcome = await db.write(asking, async (tx) => {
    if (!(await claimToken(tx, site.channel.id, identity, hash)))
      return refuse('visitor.identity_invalid');
    return visitor ? identifyVisitorAs(actor, tx, visitor, identity) : null;
  });
  if (isRefusal(outcome)) return outcome;
  if (outcome === null) return onlyLooking(db, actor, identity);
  return { ...actor, buyer: outcome, verified: true };
}

async function recognise(
  db: Db,
  server: Server,
  shown: Shown,
): Promise<{ actor: BuyerActor; visitor: VisitorRow | undefined } | Refusal<Code>> {
  const site = await openSite(db, shown.site);
  if (isRefusal(site)) return site;
  if (shown.secret !== null && !secretPattern.test(shown.secret)) return refuse('visitor.unknown');
  const { secret } = shown;
  const visitor =
    secret === null
      ? undefined
      : await db.read(system(site.team, 'channels.authenticate'), (tx) =>
          visitorOfHash(tx, site.channel.id, hashToken(secret)),
        );
  const actor = visitorActor(site, shown, visitor);
  if (shown.identity === null) return { actor, visitor };
  if (shown.identity.length > longestToken) return refuse('visitor.identity_invalid');
  const identity = await verifyIdentity(server.secretKey, site.channel, shown.identity);
  if (isRefusal(identity)) return identity;
  const known = await applyIdentity(db, site, actor, visitor, identity);
  return isRefusal(known) ? known : { actor: known, visitor };
}

const oneHeader = (value: string | string[] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The visitor behind a request of the chat: site, secret and token stand in headers, never in an address. */
export async function authenticateVisitor(
  db: Db,
  server: Server,
  request: FastifyRequest,
): Promise<BuyerActor | Refusal<Code>> {
  const known = await recognise(db, server, {
    site: oneHeader(request.headers['guitai-site']) ?? '',
    secret: oneHeader(request.headers['guitai-visitor']),
    identity: oneHeader(request.headers['guitai-identity']),
    locale: localeOf(request.headers['accept-language']),
    from: { address: request.ip, device: request.headers['user-agent'] ?? '' },
  });
  return isRefusal(known) ? known : known.actor;
}

const oneText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** The visitor behind a fresh socket, by what the first frame says. An old secret is replaced. */
export async function identifyVisitor(
  db: Db,
  server: Server,
  hello: Readonly<Record<string, unknown>>,
  request: IncomingMessage,
): Promise<{ actor: BuyerActor; self: { visitorSecret?: string } } | Refusal<Code>> {
  const known = await recognise(db, server, {
    site: oneText(hello.site) ?? '',
    secret: oneText(hello.token),
    identity: oneText(hello.identity),
    locale: localeOf(request.headers['accept-language']),
    from: {
      address: addressOf(request, server.trustProxy ?? false),
      device: request.headers['user-agent'] ?? '',
    },
  });
  if (isRefusal(known)) return known;
  const fresh = await renewedSecret(db, known.actor);
  return { actor: known.actor, self: fresh === null ? {} : { visitorSecret: fresh } };
}

/** A new secret for a visitor whose present one has become old; null when there is no need. */
export async function renewedSecret(db: Db, actor: BuyerActor): Promise<string | null> {
  const { visitorSecret: secret } = actor;
  if (secret === null || actor.visitor === null) return null;
  const asking = system(actor.team, 'channels.rotate');
  const visitor = await db.read(asking, (tx) =>
    visitorOfHash(tx, actor.channel, hashToken(secret)),
  );
  return visitor ? db.write(asking, (tx) => renewSecret(tx, visitor, secret)) : null;
}
