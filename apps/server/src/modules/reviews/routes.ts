import { reviews } from '@guitai/contract';
import type { FileStore } from '../../kernel/files/store.ts';
import { route, routeBare } from '../../kernel/route.ts';
import { paced, pacedBare } from '../../kernel/visitor-pace.ts';
import type { WordPort } from '../conversations/index.ts';
import { flagReview, hideReview, showReview, unflagReview } from './flag.ts';
import { inviteReview } from './invite.ts';
import {
  getReview,
  getReviewFigures,
  listReviewableOrders,
  listReviewedProducts,
  listReviews,
} from './list.ts';
import { mirrorReviews } from './mirror.ts';
import { listOwnReviews } from './own.ts';
import { getReviewPictureWith, uploadReviewPictureWith } from './picture.ts';
import { amendReview, postReview } from './post.ts';
import { replyToReviewWith, withdrawReviewReply } from './reply.ts';
import { getReviewSettings, setReviewSettings } from './settings.ts';
import { thankForReviewWith } from './thank.ts';

const audited = { audited: true };

export const routesWith = (words: WordPort, files: FileStore) => [
  route(reviews.listReviews, 'reviews.read', listReviews),
  route(reviews.getReview, 'reviews.read', getReview),
  route(reviews.getReviewFigures, 'reviews.read', getReviewFigures),
  route(reviews.listReviewedProducts, 'reviews.read', listReviewedProducts),
  route(reviews.listReviewableOrders, 'reviews.read', listReviewableOrders),
  routeBare(reviews.replyToReview, 'reviews.reply', replyToReviewWith(words), audited),
  route(reviews.withdrawReviewReply, 'reviews.reply', withdrawReviewReply, audited),
  routeBare(reviews.thankForReview, 'reviews.reply', thankForReviewWith(words), audited),
  route(reviews.inviteReview, 'reviews.reply', inviteReview, audited),
  route(reviews.flagReview, 'reviews.flag', flagReview, audited),
  route(reviews.unflagReview, 'reviews.flag', unflagReview, audited),
  route(reviews.hideReview, 'reviews.hide', hideReview, audited),
  route(reviews.showReview, 'reviews.hide', showReview, audited),
  route(reviews.getReviewSettings, 'reviews.read', getReviewSettings),
  route(reviews.setReviewSettings, 'reviews.manage', setReviewSettings, audited),
  route(reviews.mirrorReviews, 'reviews.mirror', mirrorReviews, audited),
  route(reviews.listOwnReviews, 'visitor', listOwnReviews),
  route(reviews.postReview, 'visitor', paced(postReview)),
  route(reviews.amendReview, 'visitor', paced(amendReview)),
  routeBare(reviews.uploadReviewPicture, 'visitor', pacedBare(uploadReviewPictureWith(files))),
  routeBare(reviews.getReviewPicture, 'open', getReviewPictureWith(files)),
];
