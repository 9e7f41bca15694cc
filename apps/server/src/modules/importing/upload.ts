import type { MultipartFile } from '@fastify/multipart';
import type { InputOf } from '@guitai/contract';
import { importing } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { principalOf } from '../../kernel/idempotency.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { compileCheck, convert } from '../../kernel/validate.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import type { ImportFiles } from './files.ts';
import { insertImport, readImport, readImportOfKey } from './import.store.ts';
import { prepareImport, reachImport, shown, type Wish } from './import.ts';
import type { ImportJobs } from './jobs.ts';
import { barred } from './money-files.ts';

/** How long a file is kept after its run, so that it can be repeated. */
const keptDays = 7;

const checkBody = compileCheck(importing.createImport.body);

function wishOf(part: MultipartFile) {
  const given: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field') given[name] = field.value;
  }
  const body = convert(importing.createImport.body, given) as InputOf<
    typeof importing.createImport
  >;
  return (
    checkBody(body) ?? {
      shopId: body.shopId,
      mapping: body.mapping,
      dryRun: String(body.dryRun) === 'true',
    }
  );
}

/** Puts a kept file on the books and plans its run, its watch and its end. */
async function plan(
  actor: StaffActor,
  tx: Tx,
  jobs: ImportJobs,
  made: Parameters<typeof insertImport>[2],
): Promise<boolean> {
  if (!(await insertImport(actor, tx, made))) return false;
  const payload = { importId: made.id };
  await enqueue(tx, jobs.run, payload);
  await enqueue(tx, jobs.watch, payload, { runAt: new Date(Date.now() + 20_000) });
  await enqueue(tx, jobs.forget, payload, { runAt: new Date(Date.now() + keptDays * 86_400_000) });
  record(tx, actor, {
    action: made.dryRun ? 'import.tried' : 'import.started',
    subject: { kind: 'import', id: made.id },
    after: { mapping: made.mappingName, fileName: made.fileName, size: made.size },
    shop: made.shopId,
  });
  return true;
}

interface Needs {
  readonly files: ImportFiles;
  readonly jobs: ImportJobs;
  readonly limitBytes: number;
}

/** Takes a file and starts reading it into a shop. The same request key again answers with the run it started. */
export const createImportWith =
  ({ files, jobs, limitBytes }: Needs) =>
  async (actor: StaffActor, { db, request, reply, key }: Bare) => {
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: limitBytes + 1, files: 1 } })
      : undefined;
    if (!part) return refuse('import.file_missing');
    const leave = <R>(refusal: R): R => {
      part.file.resume();
      reply.header('connection', 'close');
      return refusal;
    };
    const wish = wishOf(part);
    if (isRefusal(wish)) return leave(wish);
    const ready = await db.read(actor, (tx) => prepareImport(actor, tx, wish));
    if (isRefusal(ready)) return leave(ready);
    const id = newId();
    const size = await files.keep(actor.team, id, part.file);
    if (size === null)
      return leave(refuse('import.file_too_large', { limit: `${limitBytes / 1_048_576} MB` }));
    if (size === 0) {
      await files.remove(actor.team, id);
      return refuse('import.file_missing');
    }
    const requestKey = `${principalOf(actor)} ${key}`;
    const { shopId, dryRun, mapping: mappingName } = wish;
    const fileName = part.filename.slice(0, 200) || 'file';
    const made = {
      id,
      shopId,
      key: requestKey,
      mappingName,
      mapping: ready,
      fileName,
      size,
      dryRun,
    };
    return db.write(actor, async (tx) => {
      const fresh = await plan(actor, tx, jobs, made);
      if (!fresh) await files.remove(actor.team, id);
      const row = fresh ? await readImport(tx, id) : await readImportOfKey(tx, requestKey);
      if (!row) throw new Error('an import vanished');
      return shown(actor, tx, row);
    });
  };

/** Runs a kept file again: for real after a dry run, or after an interruption. */
export const repeatImportWith =
  ({ files, jobs }: Needs) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof importing.repeatImport>) => {
    const before = await reachImport(actor, tx, input.importId);
    if (isRefusal(before)) return before;
    if (before.state === 'running' || before.state === 'waiting')
      return refuse('import.still_running');
    const shop = await findShop(tx, before.shopId);
    const no = shop && (await barred(tx, shop, before.mapping));
    if (no) return no;
    const id = newId();
    if (!(await files.again(actor.team, before.id, id))) return refuse('import.file_missing');
    const { shopId, mappingName, mapping, fileName, size } = before;
    const wish: Wish = { shopId, mapping: mappingName, dryRun: input.dryRun ?? false };
    await plan(actor, tx, jobs, {
      id,
      shopId,
      key: null,
      mappingName,
      mapping,
      fileName,
      size,
      dryRun: wish.dryRun,
    });
    const row = await readImport(tx, id);
    if (!row) throw new Error('an import vanished');
    return shown(actor, tx, row);
  };
