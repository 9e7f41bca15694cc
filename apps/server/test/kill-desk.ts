import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from '@guitai/sdk';

/** Says it again until it is answered: the product may be away for a while. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 1_200) throw error;
      await sleep(100);
    }
  }
}

/** A colleague's browser that keeps its cookie over the product's deaths. */
export function deskOf(address: () => string): Client {
  let cookie = '';
  return createClient({
    baseUrl: '',
    locale: 'en',
    fetch: async (url, init) => {
      const headers = new Headers(init.headers);
      headers.set('origin', address());
      if (cookie) headers.set('cookie', cookie);
      const reply = await fetch(`${address()}${url}`, { ...init, headers });
      const set = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
      if (set.length > 0) cookie = set.join('; ');
      return reply;
    },
  });
}
