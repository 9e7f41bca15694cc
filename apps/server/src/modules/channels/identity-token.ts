import { SignJWT } from 'jose';
import { clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { unseal } from '../access/index.ts';
import { identityPurpose } from './channel.ts';
import type { Identity } from './identity.ts';
import type { ChannelRow } from './tables.ts';

/** So long a token that we sign ourselves is good for, in ms. */
const goodForMs = 600_000;

/** Signs for a buyer what a shop's own server would sign; the demo shop has no other server. */
export async function signIdentity(
  serverSecret: string,
  channel: ChannelRow,
  buyer: Omit<Identity, 'jti' | 'expiresAt'>,
): Promise<{ token: string; expiresAt: Date }> {
  const { externalId, ...known } = buyer;
  const key = new TextEncoder().encode(
    unseal(serverSecret, identityPurpose, channel.identitySecret),
  );
  const expires = Math.floor((clock.now() + goodForMs) / 1000);
  const token = await new SignJWT(known)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(externalId)
    .setAudience(channel.site)
    .setJti(newId())
    .setExpirationTime(expires)
    .sign(key);
  return { token, expiresAt: new Date(expires * 1000) };
}
