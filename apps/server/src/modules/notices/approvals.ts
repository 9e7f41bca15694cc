import type { access } from '@guitai/contract';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Heard } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { notify } from './notify.ts';

type Told = Heard<access.ApprovalBriefShape>;

const about = ({ type, data }: Told) => ({
  shopId: data.shopId,
  subject: { kind: 'approval', id: data.id },
  path: '/approvals',
  params: { action: data.action, amountMinor: data.amountMinor, currency: data.currency },
  key: `${type} ${data.id}`,
});

/** Whoever may decide now should know; each line of approvers once. */
export const tellApprovers = (_actor: SystemActor, tx: Tx, event: Told) =>
  notify(tx, {
    ...about(event),
    kind: 'approval_waiting',
    to: (event.reach?.holders ?? []).filter((one) => one !== event.data.requester.id),
  });

/** Whoever asked should know what came of it. */
export const tellRequester = (_actor: SystemActor, tx: Tx, event: Told) =>
  notify(tx, {
    ...about(event),
    kind: 'approval_settled',
    params: { ...about(event).params, state: event.data.state },
    to: event.data.requester.kind === 'member' ? [event.data.requester.id] : [],
  });
