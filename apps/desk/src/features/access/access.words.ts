import type { access } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const roleWords: Record<access.RoleName, MessageDescriptor> = {
  owner: msg({ message: 'Owner', context: 'role' }),
  lead: msg({ message: 'Lead', context: 'role' }),
  agent: msg({ message: 'Agent', context: 'role' }),
  observer: msg({ message: 'Observer', context: 'role' }),
};

/** What a role is for, in one sentence. */
export const roleLeads: Record<access.RoleName, MessageDescriptor> = {
  owner: msg`May do everything, also with shops, keys and colleagues.`,
  lead: msg`Looks after the team: sees every chat, transfers, invites agents, reads the audit log.`,
  agent: msg`Talks with buyers and takes care of their orders.`,
  observer: msg`Reads along and changes nothing.`,
};
