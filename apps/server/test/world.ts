import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@guitai/sdk';
import { type Built, build } from '../src/build.ts';
import { type Config, readSettings } from '../src/config.ts';
import { system } from '../src/kernel/actor.ts';
import { quiet } from '../src/kernel/log.ts';
import type { Route } from '../src/kernel/route.ts';
import { roles } from '../src/modules/access/index.ts';
import { addWebChannel } from '../src/modules/channels/index.ts';
import { testDatabase } from './database.ts';
import { needs, type Office, office } from './office.ts';

/** The whole product over HTTP without a network: a fresh team, its four persons, its shop and its chat. */
export interface World extends Office {
  readonly built: Built;
  readonly routes: readonly Route[];
  readonly modules: Built['modules'];
  /** Public key of the shop's web channel. */
  readonly site: string;
  readonly channel: string;
  /** A browser with the chat open; it has written nothing yet. */
  visitor(options?: { secret?: string; identity?: string }): Client & { readonly secret: string };
  grantedSomewhere(permission: string): boolean;
}

const secretKey = needs.secretKey;
let house: Promise<Built> | null = null;

/** Places on this machine a test lets the product send requests to: a platform it plays. */
export const trustedPlaces: string[] = [];

/** Settings of a process under test. */
export const worldConfig = (): Config => ({
  ...readSettings({
    GUITAI_DATA_DIR: mkdtempSync(join(tmpdir(), 'guitai-files-')),
    GUITAI_PUBLIC_URL: 'http://desk.test',
    GUITAI_TRUST_PROXY: 'yes',
    GUITAI_ROLES: 'web,realtime',
  }),
  secretKey,
  outboundAllowed: trustedPlaces,
});

async function openHouse(): Promise<Built> {
  const { url } = await testDatabase();
  return build(worldConfig(), { databaseUrl: url, log: quiet });
}

/** A visitor's secret: 256 random bits. */
export const visitorSecret = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');

/** The whole house, opened once per worker. */
export const openedBuilt = (): Promise<Built> => {
  house ??= openHouse();
  return house;
};

/** A fresh world. Persons and shops are new each time, so tests never meet. */
export async function world(): Promise<World> {
  const built = await openedBuilt();
  const place = await office(built);
  const making = system(place.team, 'test');
  const { channel } = await built.db.write(making, (tx) =>
    addWebChannel(making, tx, { shopId: place.shop, name: '官网' }, secretKey),
  );
  return {
    ...place,
    built,
    routes: built.routes,
    modules: built.modules,
    site: channel.site,
    channel: channel.id,
    visitor({ secret = visitorSecret(), identity } = {}) {
      const headers: Record<string, string> = {
        'guitai-site': channel.site,
        'guitai-visitor': secret,
      };
      if (identity) headers['guitai-identity'] = identity;
      const client = createClient({
        baseUrl: '',
        locale: 'zh-CN',
        headers,
        fetch: async (url, init) => {
          const response = await built.app.inject({
            method: (init.method ?? 'GET') as 'GET',
            url,
            headers: {
              ...Object.fromEntries(new Headers(init.headers)),
              'x-forwarded-for': '198.51.100.9',
            },
            ...(typeof init.body === 'string' ? { payload: init.body } : {}),
          });
          return new Response(response.statusCode === 204 ? null : response.body, {
            status: response.statusCode,
            headers: { 'content-type': String(response.headers['content-type'] ?? '') },
          });
        },
      });
      return { ...client, secret };
    },
    grantedSomewhere: (permission) => Object.values(roles).some((grants) => permission in grants),
  };
}
