import type { buyers } from '@guitai/contract';

export type BuyerShape = buyers.BuyerShape;
export type BuyerSummaryShape = buyers.BuyerSummaryShape;
