import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What was tried in the team's own matters and refused, by the endpoint that refused it. */
export const teamAttempts: Readonly<Record<string, MessageDescriptor>> = {
  setLimit: msg({ message: 'set a limit', context: 'attempt' }),
  removeLimit: msg({ message: 'remove a limit', context: 'attempt' }),
  setApprovalTimes: msg({ message: 'set the times of approvals', context: 'attempt' }),
  createDelegation: msg({ message: 'hand the approvals to a deputy', context: 'attempt' }),
  endDelegation: msg({ message: "end a deputy's time", context: 'attempt' }),
  mergeBuyers: msg({ message: 'merge two buyers', context: 'attempt' }),
  undoMerge: msg({ message: 'take a merge of buyers apart', context: 'attempt' }),
  handOverTasks: msg({ message: "hand a colleague's tasks over", context: 'attempt' }),
  createAnnouncement: msg({ message: 'publish an announcement', context: 'attempt' }),
  updateAnnouncement: msg({ message: 'change an announcement', context: 'attempt' }),
  withdrawAnnouncement: msg({ message: 'withdraw an announcement', context: 'attempt' }),
  republishAnnouncement: msg({ message: 'publish an announcement again', context: 'attempt' }),
  exportInsight: msg({ message: 'export figures', context: 'attempt' }),
  updateInsightSettings: msg({ message: 'change the settings of figures', context: 'attempt' }),
  setProfileRules: msg({ message: 'change the rules of figures', context: 'attempt' }),
  setSpecialDays: msg({ message: 'change the special days of a shop', context: 'attempt' }),
  createConnection: msg({ message: 'connect a shop to its platform', context: 'attempt' }),
  updateConnection: msg({ message: 'change the connection of a shop', context: 'attempt' }),
  checkConnection: msg({ message: 'check the connection of a shop', context: 'attempt' }),
  compareConnection: msg({ message: 'compare a shop with its platform', context: 'attempt' }),
  removeConnection: msg({ message: 'end the connection of a shop', context: 'attempt' }),
  loadSampleShop: msg({ message: 'bring the sample shop in', context: 'attempt' }),
  createWebhook: msg({ message: 'set up a webhook', context: 'attempt' }),
  updateWebhook: msg({ message: 'change a webhook', context: 'attempt' }),
  rotateWebhookSecret: msg({ message: 'change the secret of a webhook', context: 'attempt' }),
  removeWebhook: msg({ message: 'remove a webhook', context: 'attempt' }),
  replayWebhookDelivery: msg({ message: 'send an event to a webhook again', context: 'attempt' }),
};
