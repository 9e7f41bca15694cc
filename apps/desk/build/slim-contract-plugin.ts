import type { Plugin } from 'vite';
import { firstEndpoints } from './first-endpoints.ts';

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

const root = '\0slim-contract';

/**
 * Gives the browser `@guitai/contract` as plain data: 0 kB of schema library, all of the types. Every module of it is two
 * modules here, what the first page asks for and the rest, so that the rest comes with the pages that use it.
 */
export function slimContractPlugin(): Plugin {
  let contract: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map();
  let first: ReadonlySet<string> = new Set();
  const part = (module: string, wanted: boolean) =>
    Object.entries(contract.get(module) ?? {}).filter(
      ([name]) => first.has(`${module}.${name}`) === wanted,
    );
  return {
    name: 'guitai-slim-contract',
    enforce: 'pre',
    async buildStart() {
      contract = await plainContract();
      first = firstEndpoints();
    },
    resolveId: (id) => (id === '@guitai/contract' ? root : id.startsWith(root) ? id : undefined),
    load(id) {
      if (!id.startsWith(root)) return undefined;
      const [, module, place] = id.split('/');
      if (!module) return data([...contract.keys()].map((name) => reexport(`* as ${name}`, name)));
      if (place)
        return data(
          part(module, place === 'first').map(
            ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
          ),
        );
      return data([reexport('*', `${module}/first`), reexport('*', `${module}/rest`)]);
    },
  };
}

const reexport = (what: string, from: string): string =>
  `export ${what} from ${JSON.stringify(`${root}/${from}`)};`;

const data = (lines: readonly string[]) => ({
  code: lines.join('\n'),
  moduleSideEffects: false as const,
});

/** Endpoints by module and name, and plain constants (permission names, limits); schemas and refusals stay out. */
async function plainContract(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const contract: Record<string, unknown> = await import('@guitai/contract');
  return new Map(
    Object.entries(contract)
      .filter(([, module]) => Object.prototype.toString.call(module) === '[object Module]')
      .map(([name, module]) => [name, plainOf(module as object)]),
  );
}

const plainOf = (module: object) =>
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
