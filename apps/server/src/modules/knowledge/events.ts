import { knowledge } from '@guitai/contract';
import { defineEvent } from '../../kernel/events.ts';

const { knowledgeEvents } = knowledge;
const read = { permission: 'knowledge.read' };

export const knowledgeChanged = defineEvent(
  'knowledge.changed',
  knowledgeEvents['knowledge.changed'],
  read,
);
export const gapNoted = defineEvent(
  'knowledge.gap_noted',
  knowledgeEvents['knowledge.gap_noted'],
  read,
);

export const events = [knowledgeChanged, gapNoted];
