import { jwtVerify } from 'jose';
import { clock, now } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { unseal } from '../access/index.ts';
import { identityPurpose } from './channel.ts';
import type { ChannelRow } from './tables.ts';

/** What a shop says of a buyer in a token it signed. */
export interface Identity {
  /** The shop's own id of the buyer. */
  readonly externalId: string;
  /** The token's own id: it belongs to the first browser that shows it. */
  readonly jti: string;
  readonly expiresAt: Date;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A token may be good for at most ten minutes; half a minute is left for clocks that differ. */
const longestMs = 600_000;
const toleranceSeconds = 30;

const textOf = (value: unknown, longest: number): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= longest ? value : undefined;

/**
 * Checks a token the shop signed for this site (HS256): made for this site, running out within ten minutes, with an id of
 * its own. The comparison of signatures takes the same time for every wrong one.
 */
export async function verifyIdentity(
  serverSecret: string,
  channel: ChannelRow,
  token: string,
): Promise<Identity | Refusal<'visitor.identity_invalid'>> {
  const key = new TextEncoder().encode(
    unseal(serverSecret, identityPurpose, channel.identitySecret),
  );
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience: channel.site,
      requiredClaims: ['sub', 'exp', 'jti'],
      clockTolerance: toleranceSeconds,
      currentDate: now(),
    });
    const externalId = textOf(payload.sub, 200);
    const jti = textOf(payload.jti, 200);
    const expires = (payload.exp ?? 0) * 1000;
    const tooLong = expires - clock.now() > longestMs + toleranceSeconds * 1000;
    if (!externalId || !jti || tooLong) return refuse('visitor.identity_invalid');
    const [name, email, phone] = [
      textOf(payload.name, 60),
      textOf(payload.email, 254),
      textOf(payload.phone, 40),
    ];
    return {
      externalId,
      jti,
      expiresAt: new Date(expires),
      ...(name ? { name } : {}),
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
    };
  } catch {
    // Whatever is wrong with a token, the answer is the same.
    return refuse('visitor.identity_invalid');
  }
}
