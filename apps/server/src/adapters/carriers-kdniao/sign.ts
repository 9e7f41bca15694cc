import { hash } from 'node:crypto';

/** Base64 of the MD5's hexadecimal letters over the data and the key, as 快递鸟 signs. */
export const dataSign = (data: string, appKey: string): string =>
  Buffer.from(hash('md5', `${data}${appKey}`)).toString('base64');
