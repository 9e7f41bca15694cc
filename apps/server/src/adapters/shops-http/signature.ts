import { createHmac } from 'node:crypto';
import { sameBytes } from '../../kernel/same-bytes.ts';

/** Whether the body carries this signature: HMAC-SHA256 in base64 under the shared secret. */
export function isSigned(secret: string, body: Uint8Array, signature: string): boolean {
  if (secret === '' || signature === '') return false;
  const ours = createHmac('sha256', secret).update(body).digest();
  const theirs = Buffer.from(signature, 'base64');
  return sameBytes(ours, theirs);
}
