import { Id, Type } from '@guitai/contract';
import { defineBareJob, defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out by work.ts');
};

/** Looks at a parcel whose time has come: asks for it, or calls for a hand. Plans its own next look. */
export const tend = defineBareJob('parcels.tend', Type.Object({ parcelId: Id }), planned);

/** Takes over what a provider told by itself. */
export const hear = defineBareJob(
  'parcels.hear',
  Type.Object({ providerId: Id, digest: Type.String() }),
  planned,
);

/** Looks at all parcels of a shop again, or of every shop: its settings or who is asked changed. */
export const lookAgain = defineJob(
  'parcels.lookAgain',
  Type.Object({ shopId: Type.Union([Id, Type.Null()]) }),
  planned,
);

const keyOf = (parcelId: string): string => `parcels.tend:${parcelId}`;

/** Plans the next look at a parcel; null: none. */
export async function planLook(tx: Tx, parcelId: string, at: Date | null): Promise<void> {
  if (at) await enqueue(tx, tend, { parcelId }, { key: keyOf(parcelId), runAt: at });
  else await unqueue(tx, keyOf(parcelId));
}
