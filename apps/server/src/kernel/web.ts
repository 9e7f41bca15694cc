import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A built web app and the policy its pages live under. */
export interface WebApp {
  /** Address prefix, e.g. `/desk/`. */
  readonly prefix: string;
  readonly root: string;
  readonly policy: string;
  /** Page to answer with for addresses that the app routes by itself. */
  readonly page?: string;
  /** Files that have a route of their own. */
  readonly except?: readonly string[];
}

const hashed = /-[\w-]{8,}\.\w+$/;

function cacheHeaders(reply: FastifyReply, path: string): void {
  const forever = hashed.test(path) && !path.endsWith('.html');
  reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** Serves a built web app; its policy stands on every answer, and its page answers for addresses the app routes itself. */
export async function serveWeb(app: FastifyInstance, web: WebApp): Promise<void> {
  if (!existsSync(web.root)) return;
  const page = web.page ? readFileSync(join(web.root, web.page), 'utf8') : null;
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('content-security-policy')) {
        reply.header('content-security-policy', web.policy);
      }
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });
    await scope.register(statics, {
      root: web.root,
      prefix: web.prefix,
      cacheControl: false,
      wildcard: false,
      globIgnore: ['.stamp', ...(web.except ?? [])],
      decorateReply: false,
      index: false,
      setHeaders: (reply, path) => cacheHeaders(reply, path),
    });
    if (page === null) return;
    const servePage = (_request: FastifyRequest, reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    scope.get(web.prefix, servePage);
    scope.get(`${web.prefix}*`, servePage);
    scope.get(web.prefix.slice(0, -1), (_request, reply) => reply.redirect(web.prefix));
  });
}
