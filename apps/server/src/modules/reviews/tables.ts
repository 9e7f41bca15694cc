import type { reviews } from '@guitai/contract';

/** A review as its behaviours need it. */
export interface ReviewRow {
  readonly id: string;
  readonly shopId: string;
  readonly source: 'own' | 'import' | 'api';
  readonly sourceHash: string | null;
  readonly buyerId: string | null;
  readonly orderId: string | null;
  readonly productId: string | null;
  readonly productTitle: string;
  readonly rating: number;
  readonly words: string;
  readonly tone: reviews.ReviewToneWord;
  readonly bad: boolean;
  readonly postedAt: Date;
  readonly toldAt: Date;
  readonly amendedAt: Date | null;
  readonly reply: string | null;
  readonly thankedAt: Date | null;
  readonly flagReason: reviews.ReviewFlagReasonWord | null;
  readonly hiddenAt: Date | null;
  readonly taskId: string | null;
}
