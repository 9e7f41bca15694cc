import { existsSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendRefusal } from './mount.ts';
import { refuse } from './refusal.ts';

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

/** What the builds name after its content. */
const hashed = /[\\/]assets[\\/][^\\/]+$/;

function cacheHeaders(reply: FastifyReply, path: string): void {
  const forever = hashed.test(path);
  reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/**
 * Serves a built web app; its policy stands on every answer, and its page answers for addresses the app routes itself.
 * Files are looked up when asked for, so that an app built anew is served without a restart; where the build laid a
 * compressed one beside a file, that one travels.
 */
export async function serveWeb(app: FastifyInstance, web: WebApp): Promise<void> {
  if (!existsSync(web.root)) return;
  const { page } = web;
  await app.register(
    async (scope) => {
      scope.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('content-security-policy')) {
          reply.header('content-security-policy', web.policy);
        }
        reply.header('cross-origin-resource-policy', 'cross-origin');
      });
      await scope.register(statics, {
        root: web.root,
        prefix: '/',
        cacheControl: false,
        dotfiles: 'ignore',
        preCompressed: true,
        index: page ?? false,
        setHeaders: (reply, path) => cacheHeaders(reply, path),
      });
      scope.setNotFoundHandler((request, reply) => {
        const file = /\.\w+$/.test(request.url.split('?')[0] ?? '');
        const may = page !== undefined && !file && request.method === 'GET';
        return may && existsSync(join(web.root, page))
          ? reply.sendFile(page)
          : sendRefusal(request, reply, refuse('request.not_found'));
      });
    },
    { prefix: web.prefix.slice(0, -1) },
  );
}
