import { Id, Type } from '@guitai/contract';
import { defineBareJob } from '../../kernel/jobs.ts';

const planned = async (): Promise<never> => {
  throw new Error('this job is carried out by work.ts');
};

const payload = Type.Object({ connectionId: Id });

/** Looks how the platform is and reads what changed there; plans its own next round. */
export const tend = defineBareJob('connectors.tend', payload, planned);

/** Compares mirror and platform; plans its own next night. */
export const compare = defineBareJob('connectors.compare', payload, planned);

/** Reads the order a platform told of. */
export const hear = defineBareJob(
  'connectors.hear',
  Type.Object({ connectionId: Id, hookId: Type.String() }),
  planned,
);

/** One plan a connection. */
export const tendKey = (connectionId: string): string => `connectors.tend:${connectionId}`;
export const compareKey = (connectionId: string): string => `connectors.compare:${connectionId}`;
