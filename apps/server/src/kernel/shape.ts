import type { TSchema } from '@guitai/contract';
import { TypeCompiler } from '@sinclair/typebox/compiler';

/** Writes a value as its schema declares it: what is not declared does not leave. */
export type Writer = (value: unknown) => string;

interface Json {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly TSchema[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: object;
}

/** A leaf: texts, numbers, instants, and what the schema leaves open. */
const leaf: Writer = (value) => {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('a declared value is missing');
  return text;
};

function objectWriter(
  properties: Readonly<Record<string, TSchema>>,
  required: readonly string[],
): Writer {
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    head: `${JSON.stringify(name)}:`,
    write: compileWriter(schema),
    needed: required.includes(name),
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null) throw new TypeError('an object was declared');
    const parts: string[] = [];
    for (const { name, head, write, needed } of fields) {
      const inner = (value as Record<string, unknown>)[name];
      if (inner !== undefined) parts.push(head + write(inner));
      else if (needed) throw new TypeError(`the declared field ${name} is missing`);
    }
    return `{${parts.join(',')}}`;
  };
}

function arrayWriter(items: TSchema): Writer {
  const write = compileWriter(items);
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError('a list was declared');
    return `[${value.map(write).join(',')}]`;
  };
}

/** The first alternative that fits; `T or null`, the commonest, asks nothing. */
function unionWriter(options: readonly TSchema[]): Writer {
  const solid = options.filter((option) => (option as Json).type !== 'null');
  if (solid.every((option) => (option as Json).const !== undefined)) return leaf;
  if (solid.length === 1) {
    const write = compileWriter(solid[0] as TSchema);
    return (value) => (value === null ? 'null' : write(value));
  }
  const choices = solid.map((option) => ({
    fits: TypeCompiler.Compile(option),
    write: compileWriter(option),
  }));
  return (value) => {
    if (value === null) return 'null';
    const choice = choices.find(({ fits }) => fits.Check(value));
    if (!choice) throw new TypeError('none of the declared alternatives fits');
    return choice.write(value);
  };
}

/** Compiles a schema into a writer. */
export function compileWriter(schema: TSchema): Writer {
  const { type, anyOf, items, properties, required = [], patternProperties } = schema as Json;
  if (anyOf) return unionWriter(anyOf);
  if (type === 'array' && items) return arrayWriter(items);
  if (type === 'object' && properties && !patternProperties)
    return objectWriter(properties, required);
  return leaf;
}
