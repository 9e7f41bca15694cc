import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The team's own acts, as the predicate of a sentence that begins with a name. */
export const teamDeeds: Readonly<Record<string, MessageDescriptor>> = {
  'limit.set': msg({ message: 'set a limit', context: 'deed' }),
  'limit.removed': msg({ message: 'removed a limit', context: 'deed' }),
  'limit.times_set': msg({ message: 'set the times of approvals', context: 'deed' }),
  'delegation.created': msg({ message: 'handed the approvals to a deputy', context: 'deed' }),
  'delegation.ended': msg({ message: "ended a deputy's time", context: 'deed' }),
  'buyer.merged': msg({ message: 'merged two buyers', context: 'deed' }),
  'buyer.parted': msg({ message: 'took a merge of buyers apart', context: 'deed' }),
  'announcement.created': msg({ message: 'published an announcement', context: 'deed' }),
  'announcement.changed': msg({ message: 'changed an announcement', context: 'deed' }),
  'announcement.withdrawn': msg({ message: 'withdrew an announcement', context: 'deed' }),
  'announcement.republished': msg({ message: 'published an announcement again', context: 'deed' }),
  'insight.exported': msg({ message: 'exported figures', context: 'deed' }),
  'insight.settings_changed': msg({ message: 'changed the settings of figures', context: 'deed' }),
  'insight.profile_changed': msg({ message: 'changed the rules of figures', context: 'deed' }),
  'insight.special_days_changed': msg({
    message: 'changed the special days of a shop',
    context: 'deed',
  }),
};
