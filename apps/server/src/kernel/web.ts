import { existsSync } from 'node:fs';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** A built web app and the policy its pages live under. */
export interface WebApp {
  /** Address prefix, e.g. `/desk/`. */
  readonly prefix: string;
  readonly root: string;
  readonly policy: string;
  /** Page to answer with for addresses that the app routes by itself. */
  readonly page?: string;
}

const hashed = /-[\w-]{8,}\.\w+$/;

function cacheHeaders(reply: FastifyReply, path: string): void {
  const forever = hashed.test(path) && !path.endsWith('.html');
  reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Serves a built web app; its policy stands on every answer. */
export async function serveWeb(app: FastifyInstance, web: WebApp): Promise<void> {
  if (!existsSync(web.root)) return;
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('content-security-policy'))
        reply.header('content-security-policy', web.policy);
    });
    await scope.register(statics, {
      root: web.root,
      prefix: web.prefix,
      cacheControl: false,
      wildcard: true,
      decorateReply: false,
      index: web.page ? [web.page] : false,
      setHeaders: (reply, path) => cacheHeaders(reply as unknown as FastifyReply, path),
    });
    scope.get(web.prefix.slice(0, -1), (_request, reply) => reply.redirect(web.prefix));
  });
}
