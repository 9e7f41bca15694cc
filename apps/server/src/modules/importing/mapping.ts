import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InputOf, importing } from '@guitai/contract';
import type { StaffActor, SystemActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { compileCheck } from '../../kernel/validate.ts';
import { record } from '../audit/index.ts';
import { faultOfMapping, type Mapping } from './map/mapping.rules.ts';
import { deleteMapping, readMapping, readMappings, writeMapping } from './mapping.store.ts';
import type { ImportMapping as Shown } from './shapes.ts';

const folder = fileURLToPath(new URL('../../../../../examples/mappings/', import.meta.url));

let shipped: Map<string, Mapping> | null = null;

/** Mappings that come with the product, by name: the files below `examples/mappings`. */
export function shippedMappings(): ReadonlyMap<string, Mapping> {
  shipped ??= new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [
        file.slice(0, -5).replaceAll('\\', '/'),
        JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Mapping,
      ]),
  );
  return shipped;
}

/** What is wrong with a mapping document, or null. */
export const faultOf = (document: unknown) =>
  faultOfMapping(document, (schema, value) => {
    const fault = compileCheck(schema)(value);
    return fault ? { where: String(fault.params.where), why: String(fault.params.why) } : null;
  });

const shownOf = (name: string, document: Mapping, updatedAt: string | null): Shown => ({
  name,
  builtin: updatedAt === null,
  kind: document.kind,
  title: document.title,
  document,
  updatedAt,
});

/** A mapping by name: the team's own or one that comes with the product; null where there is none. */
export async function findMapping(tx: Tx, name: string): Promise<Mapping | null> {
  const known = shippedMappings().get(name);
  if (known) return known;
  return (await readMapping(tx, name))?.document ?? null;
}

/** The team's mappings and those that come with the product. */
export async function listMappings(_actor: StaffActor, tx: Tx) {
  const rows = await readMappings(tx);
  const own = rows.map((row) => shownOf(row.name, row.document, row.updatedAt));
  const builtin = [...shippedMappings()].map(([name, document]) => shownOf(name, document, null));
  return { items: [...own, ...builtin] };
}

/** Keeps a mapping under a name. */
export async function saveMapping(
  actor: StaffActor | SystemActor,
  tx: Tx,
  input: InputOf<typeof importing.saveMapping>,
) {
  if (shippedMappings().has(input.name)) return refuse('import.mapping_builtin');
  const fault = faultOf(input.document);
  if (fault) return refuse('import.mapping_invalid', { ...fault });
  const document = input.document as Mapping;
  const row = await writeMapping(tx, input.name, document);
  record(tx, actor, {
    action: 'import.mapping_saved',
    subject: { kind: 'mapping', id: input.name },
  });
  return shownOf(row.name, row.document, row.updatedAt);
}

/** Forgets a mapping of the team; runs keep the mapping they were made with. */
export async function removeMapping(
  actor: StaffActor,
  tx: Tx,
  { name }: InputOf<typeof importing.removeMapping>,
) {
  if (shippedMappings().has(name)) return refuse('import.mapping_builtin');
  if (!(await deleteMapping(tx, name))) return refuse('import.mapping_not_found', { name });
  record(tx, actor, { action: 'import.mapping_removed', subject: { kind: 'mapping', id: name } });
}
