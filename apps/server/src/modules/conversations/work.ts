import { clock } from '../../kernel/clock.ts';
import type { PartialFiles } from '../../kernel/files/partial.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import type { JobType } from '../../kernel/jobs.ts';
import { expireLoose } from './chat-file.store.ts';
import { expireFile, expireUpload, removeBytes, wake } from './jobs.ts';
import { learnPerson } from './merged.ts';
import { lockStanding } from './standing.store.ts';
import { forgetUpload } from './upload-pieces.store.ts';
import { wakeUp } from './waking.ts';

/** The alarm may ring late, after a shutdown, or for a conversation that was woken or put aside anew meanwhile. */
const ring: (typeof wake)['perform'] = async (actor, tx, { conversationId }) => {
  const standing = await lockStanding(tx, conversationId);
  if (standing?.state !== 'snoozed' || standing.snoozedUntil === null) return;
  if (Date.parse(standing.snoozedUntil) > clock.now()) return;
  await wakeUp(actor, tx, standing, 'due');
};

/** The module's jobs as they are carried out. */
export const jobsWith = (files: FileStore, partial: PartialFiles): JobType[] =>
  [
    { ...wake, perform: ring },
    learnPerson,
    {
      ...expireFile,
      perform: (_actor, tx, { fileId }) => expireLoose(tx, fileId),
    } satisfies typeof expireFile,
    {
      ...expireUpload,
      performBare: async (actor, db, { uploadId }) => {
        await db.write(actor, (tx) => forgetUpload(tx, uploadId));
        await partial.remove(uploadId);
      },
    } satisfies typeof expireUpload,
    {
      ...removeBytes,
      performBare: async (_actor, _db, { keys }) => {
        for (const key of keys) await files.remove(key);
      },
    } satisfies typeof removeBytes,
  ] as unknown as JobType[];
