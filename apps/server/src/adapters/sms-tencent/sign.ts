import { createHash, createHmac } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest();

/** A request of Tencent Cloud's API 3.0. */
export interface Signable {
  readonly service: string;
  readonly host: string;
  readonly contentType: string;
  /** Lower-case action, where it is signed too. */
  readonly action: string;
  readonly payload: string;
  readonly at: Date;
}

/** The `Authorization` header by TC3-HMAC-SHA256 (cloud.tencent.com/document/api/213/30654). */
export function authorization(
  { secretId, secretKey }: { secretId: string; secretKey: string },
  { service, host, contentType, action, payload, at }: Signable,
): string {
  const timestamp = Math.floor(at.getTime() / 1000);
  const date = at.toISOString().slice(0, 10);
  const signed = 'content-type;host;x-tc-action';
  const headers = `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const request = `POST\n/\n\n${headers}\n${signed}\n${sha256(payload)}`;
  const scope = `${date}/${service}/tc3_request`;
  const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(request)}`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, toSign).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}
