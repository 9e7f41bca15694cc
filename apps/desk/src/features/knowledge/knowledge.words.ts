import type { knowledge } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const stateWords: Record<knowledge.KnowledgeStateWord, MessageDescriptor> = {
  draft: msg`Draft`,
  waiting: msg`Waits for approval`,
  scheduled: msg`Scheduled`,
  published: msg`Published`,
  expired: msg`Expired`,
  archived: msg`Archived`,
};

export const versionWords: Record<knowledge.KnowledgeVersionShape['state'], MessageDescriptor> = {
  draft: msg`Draft`,
  waiting: msg`Waits for approval`,
  approved: msg`Approved`,
  refused: msg`Sent back`,
  replaced: msg`Replaced`,
};

export const localeNames = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;
