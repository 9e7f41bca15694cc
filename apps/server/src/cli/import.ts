import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { SystemActor } from '../kernel/actor.ts';
import type { Db } from '../kernel/db.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  type ImportRow,
  importFile,
  rejectLines,
  saveMapping,
  shippedMappings,
} from '../modules/importing/index.ts';
import { Trouble } from '../trouble.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';
import { chooseShop } from './which-shop.ts';
import { actorIn } from './which-team.ts';

const usage = `guitai import <file> --mapping <name, or file of a mapping>
    --shop <name or id>     the shop it belongs to; needed when the team has several
    --dry-run               checks everything and keeps nothing
    --rejects <file.csv>    where the records with errors go (rejects-<file>.csv beside you)
    --team <id>             needed when the server has several teams
    --mappings              lists the mappings that come with the product`;

const options = {
  mapping: { type: 'string' },
  shop: { type: 'string' },
  team: { type: 'string' },
  rejects: { type: 'string' },
  'dry-run': { type: 'boolean' },
  mappings: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** `guitai import`: brings a file in; 0 when every record came in, 2 when some were rejected. */
export async function importCommand(words: string[]): Promise<number> {
  const { values, positionals } = readWords(words);
  if (values.help) return show(usage.split('\n'));
  if (values.mappings) return show([...shippedMappings().keys()]);
  const [file] = positionals;
  const { mapping } = values;
  if (file === undefined || mapping === undefined) throw new Trouble(usage, '用法见上。');
  const path = existing(file);
  return inHouse(async ({ db }) => {
    const actor = await actorIn(db, values.team, 'guitai import');
    const shop = await chooseShop(db, actor, values.shop);
    const row = await importFile(db, actor, {
      shopId: shop.id,
      mapping: await mappingName(db, actor, mapping),
      dryRun: values['dry-run'] ?? false,
      path,
      fileName: basename(path),
      onProgress: ({ read, readBytes, size }) =>
        say(`${read} records · ${Math.floor((readBytes / Math.max(size, 1)) * 100)} %`),
    });
    if (isRefusal(row)) throw refused(row.code, mapping);
    return report(db, actor, row, values.rejects ?? `rejects-${basename(path)}.csv`);
  });
}

function readWords(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n${usage}`, '用法见上。');
  }
}

/** A mapping of one's own lies in a file; it is kept under the file's name, as the desk keeps it. */
async function mappingName(db: Db, actor: SystemActor, given: string): Promise<string> {
  if (!existsSync(given) || shippedMappings().has(given)) return given;
  const name = basename(given, '.json');
  const document: unknown = JSON.parse(readFileSync(given, 'utf8'));
  const saved = await db.write(actor, (tx) => saveMapping(actor, tx, { name, document }));
  if (!isRefusal(saved)) return name;
  throw new Trouble(
    `The mapping ${given} cannot be used: ${JSON.stringify(saved.params)}`,
    `映射文件 ${given} 无法使用：${JSON.stringify(saved.params)}`,
  );
}

async function report(
  db: Db,
  actor: SystemActor,
  row: ImportRow,
  rejects: string,
): Promise<number> {
  const { read, created, changed, unchanged, rejected, dryRun, failure } = row;
  say(
    `${read} records: ${created} new, ${changed} changed, ${unchanged} as before, ${rejected} rejected`,
  );
  if (dryRun) say('This was a trial: nothing was kept · 试运行，未保存任何内容');
  if (failure !== null) throw new Trouble(`The import stopped: ${failure}`, `导入中止：${failure}`);
  if (rejected === 0) return 0;
  const target = resolve(rejects);
  await pipeline(Readable.from(rejectLines(db, actor, row.id)), createWriteStream(target));
  say(`The rejected records with their reasons: ${target}`);
  return 2;
}

function existing(file: string): string {
  const path = resolve(file);
  if (existsSync(path)) return path;
  throw new Trouble(`There is no file ${path}.`, `文件 ${path} 不存在。`);
}

function refused(code: string, mapping: string): Trouble {
  const unknown = code === 'import.mapping_not_found';
  return unknown
    ? new Trouble(
        `There is no mapping ${mapping}; --mappings lists those that come with the product.`,
        `没有映射 ${mapping}；用 --mappings 查看自带的映射。`,
      )
    : new Trouble(`The import was refused: ${code}.`, `导入被拒绝：${code}。`);
}

function show(lines: string[]): number {
  for (const line of lines) say(line);
  return 0;
}
