/** The parts of a schema this looks at. */
interface Part {
  readonly type?: string;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly unknown[];
  readonly allOf?: readonly unknown[];
  readonly properties?: Record<string, unknown>;
  readonly patternProperties?: Record<string, unknown>;
  readonly items?: unknown;
}

const bounded: Record<string, (part: Part) => boolean> = {
  integer: ({ maximum }) => maximum !== undefined,
  number: ({ maximum }) => maximum !== undefined,
  string: (part) => [part.maxLength, part.format, part.pattern].some((one) => one !== undefined),
  array: ({ maxItems }) => maxItems !== undefined,
};

/** Places of an input that take a number, a text or a list of any size: what the database would have to refuse, or the memory to hold. */
export function boundless(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const part = schema as Part;
  const ownFault =
    part.const === undefined && part.type !== undefined && bounded[part.type]?.(part) === false;
  const inside = [
    ...[...(part.anyOf ?? []), ...(part.allOf ?? [])].map((one) => [one, place] as const),
    ...Object.entries({ ...part.properties, ...part.patternProperties }).map(
      ([name, one]) => [one, `${place}.${name}`] as const,
    ),
    [part.items, `${place}[]`] as const,
  ];
  return [
    ...(ownFault ? [`${place}: ${part.type}`] : []),
    ...inside.flatMap(([one, where]) => boundless(one, where)),
  ];
}
