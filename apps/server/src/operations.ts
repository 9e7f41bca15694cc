import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Config } from './config.ts';
import { docsPage, docsStyle } from './docs-page.ts';
import type { Db } from './kernel/db.ts';
import type { Metrics } from './kernel/metrics.ts';
import { sendRefusal } from './kernel/mount.ts';
import { openApi } from './kernel/openapi.ts';
import { refuse } from './kernel/refusal.ts';
import type { Route } from './kernel/route.ts';
import { sameBytes } from './kernel/same-bytes.ts';
import { first } from './kernel/tx.ts';
import { roundFigures } from './modules/notices/index.ts';
import { version } from './version.ts';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** Figures of the process are for its operator: from this machine itself, or with the token. */
function mayReadMetrics({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (
    token !== null &&
    sameBytes(Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`))
  )
    return true;
  const direct = headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
  return direct && loopback.test(socket.remoteAddress ?? '');
}

function kept<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

/** Health, readiness, metrics and the API's own description: what operators and integrators ask first. */
export function mountOperations(
  app: FastifyInstance,
  parts: { db: Db; metrics: Metrics; routes: readonly Route[]; config: Config },
): void {
  const { db, metrics, routes, config } = parts;
  // Written when first asked for: most starts are never asked.
  const document = kept(() => JSON.stringify(openApi(routes, version)));
  const docs = kept(() => docsPage(routes, version));

  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await db.outside({ kind: 'nobody', team: null, locale: 'en' }, (tx) =>
        first(tx, sql`select 1`),
      );
      return { status: 'ready' };
    } catch {
      return reply.code(503).header('retry-after', '1').send({ status: 'database unreachable' });
    }
  });
  app.get('/metrics', async (request, reply) =>
    mayReadMetrics(request, config.metricsToken)
      ? reply.type(metrics.contentType).send((await metrics.text()) + (await roundFigures()))
      : sendRefusal(request, reply, refuse('request.not_found')),
  );
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(document()),
  );
  app.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      .send(docs()),
  );
  app.get('/api/docs.css', async (_request, reply) => reply.type('text/css').send(docsStyle));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url;
    if (route)
      metrics.observeRequest(route, request.method, reply.statusCode, reply.elapsedTime / 1000);
  });
}
