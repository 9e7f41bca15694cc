import { buyers } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { removeBuyerBlock, setBuyerBlock } from './blocklist.ts';
import { getBuyer, listBuyers } from './buyer.ts';
import { exportBuyers } from './export.ts';
import { listBuyerHistory } from './history.ts';
import { confirmBuyerMatch, listBuyerCandidates, removeBuyerMatch } from './match.ts';
import { listBuyerMerges, mergeBuyers, previewMerge, undoMerge } from './merge.ts';
import { setBuyerTags, updateBuyer } from './profile.ts';
import { revealBuyerField } from './reveal.ts';

const audited = { audited: true };

export const routes = [
  route(buyers.listBuyers, 'buyers.read', listBuyers),
  routeBare(buyers.exportBuyers, 'buyers.export', exportBuyers, audited),
  route(buyers.getBuyer, 'buyers.read', getBuyer),
  route(buyers.listBuyerHistory, 'buyers.read', listBuyerHistory),
  route(buyers.updateBuyer, 'buyers.edit', updateBuyer),
  route(buyers.setBuyerTags, 'buyers.edit', setBuyerTags),
  route(buyers.setBuyerBlock, 'buyers.block', setBuyerBlock, audited),
  route(buyers.removeBuyerBlock, 'buyers.block', removeBuyerBlock, audited),
  routeBare(buyers.revealBuyerField, 'buyers.reveal', revealBuyerField, audited),
  route(buyers.listBuyerCandidates, 'buyers.read', listBuyerCandidates),
  route(buyers.confirmBuyerMatch, 'buyers.edit', confirmBuyerMatch),
  route(buyers.removeBuyerMatch, 'buyers.edit', removeBuyerMatch),
  route(buyers.previewMerge, 'buyers.edit', previewMerge),
  route(buyers.mergeBuyers, 'buyers.edit', mergeBuyers, audited),
  route(buyers.listBuyerMerges, 'buyers.read', listBuyerMerges),
  route(buyers.undoMerge, 'buyers.edit', undoMerge, audited),
];
