import { offers } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { applyCoupon, listOrderCoupons } from './apply.ts';
import { declineConcession, makeConcession, undeclineConcession } from './concession.ts';
import { listCoupons, revokeCoupon } from './coupon.ts';
import { issueCoupon } from './issue.ts';
import { getOfferResults } from './results.ts';
import { getOfferSettings, setOfferSettings } from './settings.ts';
import { getOfferSheet } from './sheet.ts';
import {
  changeCouponTemplate,
  createCouponTemplate,
  listCouponTemplates,
  resumeCouponTemplate,
  stopCouponTemplate,
} from './template.ts';

const audited = { audited: true };

export const routes = [
  route(offers.listCouponTemplates, 'offers.read', listCouponTemplates),
  route(offers.createCouponTemplate, 'coupons.manage', createCouponTemplate, audited),
  route(offers.changeCouponTemplate, 'coupons.manage', changeCouponTemplate, audited),
  route(offers.stopCouponTemplate, 'coupons.manage', stopCouponTemplate, audited),
  route(offers.resumeCouponTemplate, 'coupons.manage', resumeCouponTemplate, audited),
  route(offers.listCoupons, 'offers.read', listCoupons),
  route(offers.issueCoupon, 'coupons.issue', issueCoupon, audited),
  route(offers.revokeCoupon, 'coupons.issue', revokeCoupon, audited),
  route(offers.listOrderCoupons, 'offers.read', listOrderCoupons),
  route(offers.applyCoupon, 'coupons.issue', applyCoupon, audited),
  route(offers.getOfferSettings, 'offers.read', getOfferSettings),
  route(offers.setOfferSettings, 'coupons.manage', setOfferSettings, audited),
  route(offers.getOfferSheet, 'offers.read', getOfferSheet),
  route(offers.makeConcession, 'coupons.issue', makeConcession, audited),
  route(offers.declineConcession, 'coupons.issue', declineConcession, audited),
  route(offers.undeclineConcession, 'coupons.issue', undeclineConcession, audited),
  route(offers.getOfferResults, 'offers.read', getOfferResults),
];
