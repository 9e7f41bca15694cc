import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Db } from './kernel/db.ts';
import { serveWeb } from './kernel/web.ts';
import { frameAncestors } from './modules/channels/index.ts';

const appRoot = (name: string): string =>
  fileURLToPath(new URL(`../../${name}/dist`, import.meta.url));

/** One policy line from its directives. */
const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const strict = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self'",
  // Pictures of connected shops live at their own addresses.
  'img-src': "'self' data: blob: https:",
  'media-src': "'self' blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'object-src': "'none'",
  // The part library writes its styles at run time; scripts stay closed.
  'style-src': "'self' 'unsafe-inline'",
};

const deskPolicy = policy({
  ...strict,
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
});
/** Shop and chat bring their styles as files or constructed sheets. */
const stricter = { ...strict, 'style-src': "'self'" };
const shopPolicy = policy({ ...stricter, 'frame-src': "'self'", 'frame-ancestors': "'none'" });
const widgetPolicy = (ancestors: readonly string[]): string =>
  policy({
    ...stricter,
    'require-trusted-types-for': "'script'",
    'frame-ancestors': ["'self'", ...ancestors].join(' '),
  });

const sitePattern = /^[\w-]{8,64}$/;

/** The widget's page: who may frame it is read from the channel's list of domains. */
function serveWidgetFrame(app: FastifyInstance, db: Db): void {
  const file = join(appRoot('widget'), 'frame.html');
  app.get<{ Querystring: { site?: string } }>('/widget/frame.html', async (request, reply) => {
    const { site = '' } = request.query;
    const ancestors = sitePattern.test(site) ? await frameAncestors(db, site) : [];
    return reply
      .header('content-security-policy', widgetPolicy(ancestors))
      .header('cache-control', 'no-cache')
      .removeHeader('x-frame-options')
      .type('text/html; charset=utf-8')
      .send(readFileSync(file, 'utf8'));
  });
}

/** Serves the built web apps: the desk, the demo shop and the chat widget, each under its own policy. */
export async function serveApps(app: FastifyInstance, { db }: { db: Db }): Promise<void> {
  await serveWeb(app, {
    prefix: '/desk/',
    root: appRoot('desk'),
    policy: deskPolicy,
    page: 'index.html',
  });
  await serveWeb(app, {
    prefix: '/shop/',
    root: appRoot('storefront'),
    policy: shopPolicy,
    page: 'index.html',
  });
  if (existsSync(join(appRoot('widget'), 'frame.html'))) serveWidgetFrame(app, db);
  await serveWeb(app, {
    prefix: '/widget/',
    root: appRoot('widget'),
    policy: widgetPolicy([]),
    except: ['frame.html'],
  });
  app.get('/', (_request, reply) => reply.redirect('/desk/'));
}
