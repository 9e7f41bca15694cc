import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { newId } from './ids.ts';
import { type Log, quiet } from './log.ts';
import { sendRefusal } from './mount.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface HttpSettings {
  readonly trustProxy: boolean;
  readonly bodyLimitBytes: number;
  readonly log?: Log;
}

/** What the reader of forms says of a body that is no form; it gives these no status. */
const brokenForm =
  /^(Unexpected end of (multipart data|form)|Multipart: Boundary not found|Part terminated early|Malformed)/;

/** What Fastify itself refuses, in our words. */
function refusalOf(error: FastifyError): Refusal | null {
  const status = error.statusCode ?? (brokenForm.test(error.message) ? 400 : 500);
  if (status === 413) return refuse('request.too_large', { limit: '1 MB' });
  if (status === 415) return refuse('request.unsupported_type');
  if (status >= 400 && status < 500) {
    return refuse('request.invalid', { where: '', why: error.code ?? 'malformed' });
  }
  return null;
}

/** The HTTP server with its defaults: safe headers, problem documents, no caching, quiet logs. */
export async function createHttp(settings: HttpSettings): Promise<FastifyInstance> {
  const log = settings.log ?? quiet;
  const app = Fastify({
    logger: false,
    // One proxy is ours; what stands before its own entry in X-Forwarded-For, the client may have written.
    trustProxy: settings.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: settings.bodyLimitBytes,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    genReqId: newId,
  });
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false });
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      fieldNameSize: 100,
      fieldSize: 64 * 1024,
      fields: 20,
      files: 1,
      parts: 30,
      headerPairs: 50,
    },
    throwFileSizeLimit: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode < 500 && log.level !== 'debug') return;
    log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  app.setNotFoundHandler((request, reply) =>
    sendRefusal(request, reply, refuse('request.not_found')),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal) return sendRefusal(request, reply, refusal);
    const reference = newId();
    log.error(
      { reference, route: request.routeOptions.url, error: String(error), stack: error.stack },
      'failed',
    );
    return sendRefusal(request, reply, refuse('server.failed', { reference }));
  });
  return app;
}
