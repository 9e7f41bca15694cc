import {
  createDecipheriv,
  createSign,
  createVerify,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { RawCallback } from '../../modules/payments/ports.ts';

/** What a merchant of WeChat Pay (API v3) has: its own key, and the platform's. */
export interface WechatKeys {
  readonly mchid: string;
  /** Serial number of the merchant's certificate. */
  readonly serial: string;
  readonly privateKey: KeyObject;
  /** The platform's public key, and the id or serial it names itself by. */
  readonly platformKey: KeyObject;
  readonly platformSerial: string;
  /** 32 bytes; opens what callbacks carry. */
  readonly apiV3Key: string;
}

/** `WECHATPAY2-SHA256-RSA2048`: method, path with query, seconds, nonce and body, each with a line feed behind it. */
export function authorization(
  keys: WechatKeys,
  request: { readonly method: string; readonly path: string; readonly body: string },
  at: Date,
): string {
  const timestamp = Math.floor(at.getTime() / 1000);
  const nonce = randomBytes(16).toString('hex');
  const message = `${request.method}\n${request.path}\n${timestamp}\n${nonce}\n${request.body}\n`;
  const signature = createSign('RSA-SHA256').update(message).sign(keys.privateKey, 'base64');
  return `WECHATPAY2-SHA256-RSA2048 mchid="${keys.mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${keys.serial}"`;
}

const toleranceSeconds = 300;

/** Whether the platform signed this body, not longer than five minutes ago, under the key we know. */
export function isFromPlatform(
  keys: WechatKeys,
  { headers, body, at }: Pick<RawCallback, 'headers' | 'at'> & { readonly body: Uint8Array },
): boolean {
  const of = (name: string) => String(headers[`wechatpay-${name}`] ?? '');
  const timestamp = of('timestamp');
  if (!/^\d{1,12}$/.test(timestamp) || of('serial') !== keys.platformSerial) return false;
  if (Math.abs(at.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  return createVerify('RSA-SHA256')
    .update(`${timestamp}\n${of('nonce')}\n`)
    .update(body)
    .update('\n')
    .verify(keys.platformKey, of('signature'), 'base64');
}

/** What a callback carries, sealed with AES-256-GCM; the tag stands at its end. */
export interface Sealed {
  readonly algorithm: string;
  readonly ciphertext: string;
  readonly nonce: string;
  readonly associated_data?: string;
}

/** Opens it; null where the key or the tag does not fit. */
export function unseal(keys: WechatKeys, sealed: Sealed): string | null {
  if (sealed.algorithm !== 'AEAD_AES_256_GCM') return null;
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const opener = createDecipheriv('aes-256-gcm', Buffer.from(keys.apiV3Key), sealed.nonce);
  opener.setAuthTag(bytes.subarray(-16));
  opener.setAAD(Buffer.from(sealed.associated_data ?? ''));
  const opened = opener.update(bytes.subarray(0, -16));
  try {
    return Buffer.concat([opened, opener.final()]).toString('utf8');
  } catch {
    // `final` throws where the tag does not fit: sealed with another key, or changed.
    return null;
  }
}
