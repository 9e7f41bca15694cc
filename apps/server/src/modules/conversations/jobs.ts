import { Id, Type } from '@guitai/contract';
import { clock } from '../../kernel/clock.ts';
import { defineBareJob, defineJob } from '../../kernel/jobs.ts';

/** What is planned; what each does stands in `work.ts`. */
const planned = async (): Promise<never> => {
  throw new Error('this job is carried out by work.ts');
};

/** CONV-05: the alarm of a snoozed conversation. */
export const wake = defineJob('conversations.wake', Type.Object({ conversationId: Id }), planned);

/** An upload that no message took within a day. */
export const expireFile = defineJob(
  'conversations.expireFile',
  Type.Object({ fileId: Id }),
  planned,
);

/** An upload that was begun a day ago. */
export const expireUpload = defineBareJob(
  'conversations.expireUpload',
  Type.Object({ uploadId: Id }),
  planned,
);

/** ATT-02: the bytes of a removed file. */
export const removeBytes = defineBareJob(
  'conversations.removeBytes',
  Type.Object({ keys: Type.Array(Type.String()) }),
  planned,
);

/** A waiting upload is kept this long. */
export const looseUntil = (): Date => new Date(clock.now() + 24 * 3_600_000);
