import type { Route } from '../src/kernel/route.ts';
import type { Browser } from './office.ts';
import type { World } from './world.ts';

/** Carried out by these, a test that asks everything would cut the branch it sits on. */
export const suicidal = new Set([
  'signOut',
  'endOtherSessions',
  'removeSampleShop',
  'loadSampleShop',
  'deactivateMember',
  'changePassword',
  'signOutVisitor',
]);

/** What goes into a question. */
export interface Question {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
}

/** Asks a route anything, whatever its contract says. */
export type Asked = (route: Route, question: Question) => ReturnType<Browser['raw']>;

/** Questions of one person; a visitor's routes are asked as a buyer who has written nothing. */
export const askOf =
  (w: World, person: Browser): Asked =>
  ({ endpoint, permission }, { params = {}, query = {}, body }) => {
    const named = params as Record<string, unknown>;
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(named[name] ?? '').toWellFormed()),
    );
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const headers: Record<string, string> =
      permission === 'visitor' ? { 'guitai-site': w.site, 'guitai-visitor': 'k'.repeat(43) } : {};
    return person.raw({
      method: endpoint.method,
      path: `/api${path}?${search}`,
      headers,
      ...(body === undefined ? {} : { body }),
    });
  };

/** The value with something else at a place. */
export const put = (value: unknown, path: readonly string[], other: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return other;
  if (Array.isArray(value)) return [put(value[0], rest, other)];
  const object = (value ?? {}) as Record<string, unknown>;
  return { ...object, [step]: put(object[step], rest, other) };
};
