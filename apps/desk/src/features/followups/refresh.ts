import { followups } from '@guitai/contract';
import { refresh } from '../../lib/query.ts';

/** What stands on lists is asked again. */
export const refreshFollowups = (): void =>
  refresh(followups.listFollowups, followups.getFollowupResults);
