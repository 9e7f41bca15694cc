import type { Plugin } from 'vite';

interface Declared {
  id: string;
  method: string;
  path: string;
  params?: { properties: object };
  query?: { properties: object };
  body?: { properties: object };
  reply?: object;
  transfer?: string;
}

const isEndpoint = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

const names = (schema: { properties: object } | undefined) =>
  schema && { properties: Object.fromEntries(Object.keys(schema.properties).map((n) => [n, 1])) };

/** What a call needs at run time; the schemas themselves stay out of the browser. */
const slim = ({ id, method, path, params, query, body, reply, transfer }: Declared) => ({
  id,
  method,
  path,
  params: names(params),
  query: names(query),
  body: body && { properties: {} },
  reply: reply && {},
  transfer,
});

/** Gives the browser `@guitai/contract` as plain data: 0 kB of schema library, all of the types. */
export const slimContractPlugin = (): Plugin => ({
  name: 'guitai-slim-contract',
  enforce: 'pre',
  resolveId: (id) => (id === '@guitai/contract' ? '\0slim-contract' : undefined),
  async load(id) {
    if (id !== '\0slim-contract') return undefined;
    const contract: Record<string, unknown> = await import('@guitai/contract');
    return Object.entries(contract)
      .filter(([, module]) => Object.prototype.toString.call(module) === '[object Module]')
      .map(
        ([name, module]) =>
          `export const ${name} = ${JSON.stringify(endpointsOf(module as object))};`,
      )
      .join('\n');
  },
});

/** Endpoints by name, and plain constants (permission names, limits); schemas and refusals stay out. */
const endpointsOf = (module: object) =>
  Object.fromEntries(
    Object.entries(module).flatMap(([name, value]: [string, unknown]) => {
      if (isEndpoint(value)) return [[name, slim(value)]];
      return isPlain(value) && !name.endsWith('Errors') ? [[name, value]] : [];
    }),
  );

/** Schemas carry symbols; whatever holds one, at any depth, is not a plain constant. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null) return true;
  return Object.getOwnPropertySymbols(value).length === 0 && Object.values(value).every(isPlain);
}
