import { knowledge } from '@guitai/contract';
import type { Uploads } from '../../kernel/files/upload.ts';
import { type Route, route, routeBare } from '../../kernel/route.ts';
import {
  approveKnowledge,
  archiveKnowledge,
  refuseKnowledge,
  submitKnowledge,
  unarchiveKnowledge,
} from './approval.ts';
import { createKnowledge, restoreKnowledge, updateKnowledge } from './draft.ts';
import { getKnowledge, listKnowledge, viewKnowledge } from './entry.ts';
import { dismissKnowledgeGap, listKnowledgeGaps, undismissKnowledgeGap } from './gap.ts';
import { getKnowledgePictureWith, uploadKnowledgePictureWith } from './picture.ts';
import type { SentCards } from './ports.ts';
import { getKnowledgeRules, putKnowledgeRules } from './rules.ts';
import { searchKnowledge } from './search.ts';
import { getKnowledgeText, listKnowledgeTexts } from './text.ts';

export const routesWith = (pictures: Uploads, sent: SentCards): Route[] => [
  route(knowledge.listKnowledgeTexts, 'knowledge.read', listKnowledgeTexts),
  route(knowledge.getKnowledgeText, 'knowledge.read', getKnowledgeText),
  route(knowledge.listKnowledge, 'knowledge.read', listKnowledge),
  route(knowledge.getKnowledge, 'knowledge.read', getKnowledge),
  route(knowledge.viewKnowledge, 'knowledge.read', viewKnowledge),
  route(knowledge.searchKnowledge, 'knowledge.read', searchKnowledge),
  route(knowledge.createKnowledge, 'knowledge.write', createKnowledge),
  route(knowledge.updateKnowledge, 'knowledge.write', updateKnowledge),
  route(knowledge.submitKnowledge, 'knowledge.write', submitKnowledge),
  route(knowledge.restoreKnowledge, 'knowledge.write', restoreKnowledge),
  route(knowledge.approveKnowledge, 'knowledge.approve', approveKnowledge),
  route(knowledge.refuseKnowledge, 'knowledge.approve', refuseKnowledge),
  route(knowledge.archiveKnowledge, 'knowledge.approve', archiveKnowledge),
  route(knowledge.unarchiveKnowledge, 'knowledge.approve', unarchiveKnowledge),
  route(knowledge.listKnowledgeGaps, 'knowledge.read', listKnowledgeGaps),
  route(knowledge.dismissKnowledgeGap, 'knowledge.write', dismissKnowledgeGap),
  route(knowledge.undismissKnowledgeGap, 'knowledge.write', undismissKnowledgeGap),
  route(knowledge.getKnowledgeRules, 'knowledge.read', getKnowledgeRules),
  route(knowledge.putKnowledgeRules, 'knowledge.approve', putKnowledgeRules),
  routeBare(
    knowledge.uploadKnowledgePicture,
    'knowledge.write',
    uploadKnowledgePictureWith(pictures),
  ),
  routeBare(knowledge.getKnowledgePicture, 'open', getKnowledgePictureWith(pictures, sent)),
];
