import type { Endpoint, TObject } from '@guitai/contract';

type Fields = Readonly<Record<string, unknown>>;

/** One call, ready to be sent. */
export interface Prepared {
  readonly url: string;
  readonly body: Fields | undefined;
}

/** Divides an endpoint's input into path parameters, query and body, as its schemas say. */
export function prepare(baseUrl: string, endpoint: Endpoint, input: Fields): Prepared {
  const query = queryText(pick(endpoint.query, input));
  const path = fillPath(endpoint.path, input);
  return {
    url: `${baseUrl}/api${path}${query ? `?${query}` : ''}`,
    body: endpoint.body ? bodyOf(endpoint, input) : undefined,
  };
}

const namesOf = (schema: TObject | undefined): string[] =>
  schema ? Object.keys(schema.properties) : [];

const pick = (schema: TObject | undefined, input: Fields): Fields =>
  Object.fromEntries(
    namesOf(schema).flatMap((name) => (name in input ? [[name, input[name]]] : [])),
  );

/** What is neither parameter nor query is body, so that the server can name an unknown field. */
function bodyOf(endpoint: Endpoint, input: Fields): Fields {
  const elsewhere = new Set([...namesOf(endpoint.params), ...namesOf(endpoint.query)]);
  return Object.fromEntries(Object.entries(input).filter(([name]) => !elsewhere.has(name)));
}

function fillPath(path: string, input: Fields): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = input[name];
    if (value === undefined) throw new TypeError(`The path ${path} needs "${name}".`);
    return encodeURIComponent(String(value));
  });
}

function queryText(fields: Fields): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  return search.toString();
}
