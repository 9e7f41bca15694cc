import { type Endpoint, Problem, type TSchema } from '@guitai/contract';
import type { Route } from './route.ts';
import { errorText } from './texts.ts';

type Json = Record<string, unknown>;

/** Drops the library's symbols, leaving plain JSON Schema. */
const plain = (schema: TSchema): Json => JSON.parse(JSON.stringify(schema)) as Json;

const tagOf = (permission: string, path: string): string =>
  path.split('/')[1] ?? permission.split('.')[0] ?? 'api';

function parameters(endpoint: Endpoint): Json[] {
  const of = (place: 'path' | 'query', schema: Endpoint['params']): Json[] => {
    if (!schema) return [];
    const required = new Set<string>(schema.required ?? []);
    return Object.entries(schema.properties).map(([name, inner]) => ({
      name,
      in: place,
      required: place === 'path' || required.has(name),
      schema: plain(inner),
    }));
  };
  const key: Json = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      '8 to 200 visible ASCII characters; a repeated request with the same key has one effect.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  };
  const mutation = endpoint.method !== 'GET';
  return [
    ...of('path', endpoint.params),
    ...of('query', endpoint.query),
    ...(mutation ? [key] : []),
  ];
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.transfer === 'form') {
    const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
    return {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } },
    };
  }
  if (!endpoint.body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: plain(endpoint.body) } },
    },
  };
}

function replies(endpoint: Endpoint): Json {
  const problem = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  };
  const ok: Json =
    endpoint.transfer === 'bytes'
      ? { 200: { description: 'The file.', content: { '*/*': {} } } }
      : endpoint.reply
        ? {
            200: {
              description: 'Done.',
              content: { 'application/json': { schema: plain(endpoint.reply) } },
            },
          }
        : { 204: { description: 'Done.' } };
  const refused = new Map<number, string[]>();
  for (const code of endpoint.errors ?? []) {
    const status = errorText(code)?.status ?? 500;
    refused.set(status, [...(refused.get(status) ?? []), code]);
  }
  for (const [status, codes] of refused) {
    ok[status] = { description: codes.map((code) => `\`${code}\``).join(', '), content: problem };
  }
  return { responses: { ...ok, default: { description: 'Refused.', content: problem } } };
}

/** The OpenAPI 3.1 document of the mounted routes. */
export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoint, permission } of routes) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: {
        operationId: endpoint.id,
        summary: endpoint.summary,
        tags: [tagOf(permission, endpoint.path)],
        'x-permission': permission,
        parameters: parameters(endpoint),
        ...requestBody(endpoint),
        ...replies(endpoint),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guitai', version, license: { name: 'MIT' } },
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'guitai_session' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key (`gk_…`).' },
        visitor: { type: 'apiKey', in: 'header', name: 'Guitai-Visitor' },
      },
    },
    security: [{ session: [] }, { key: [] }, { visitor: [] }, {}],
  };
}
