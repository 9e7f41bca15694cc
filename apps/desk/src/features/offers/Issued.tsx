import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { dateTime, money } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { couponWords } from './offers.words.ts';

type State = offers.CouponShape['state'];

/** Coupons given out, newest first, with what became of each. */
export function Issued({ shopId }: { shopId: string }) {
  const { t, i18n } = useLingui();
  const [state, setState] = useState<State>();
  const pages = usePages(offers.listCoupons, { shopId, limit: 30, ...(state ? { state } : {}) });
  useFresh(['coupon.'], [offers.listCoupons]);
  const revoke = useAct(offers.revokeCoupon, () =>
    refresh(offers.listCoupons, offers.listCouponTemplates),
  );
  const states = Object.entries(couponWords).map(([value, words]) => ({
    value,
    label: i18n._(words),
  }));
  return (
    <Section
      wide
      title={t`Given out`}
      acts={
        <FilterSelect
          name={t`State`}
          value={state}
          onChange={(next) => setState(next as State | undefined)}
          options={states}
        />
      }
    >
      <Refusal refusal={pages.error ?? revoke.refusal} onClose={revoke.reset} />
      <Rows label={t`Given out`}>
        {pages.items?.map((one) => (
          <Row
            key={one.id}
            quiet={one.state === 'expired' || one.state === 'revoked'}
            title={
              <>
                <span>{one.name}</span> <Link href={`/buyers/${one.buyerId}`}>{one.buyerName}</Link>
              </>
            }
            sub={`${one.issuedByName} · ${dateTime(one.issuedAt)}`}
            facts={
              <>
                <span>{i18n._(couponWords[one.state])}</span>
                {one.orderId && (
                  <Link href={`/orders/${one.orderId}`}>
                    {one.orderNumber} · {money(one.usedMinor, one.currency)}
                  </Link>
                )}
              </>
            }
            acts={
              one.can.includes('revokeCoupon') && (
                <Button
                  small
                  look="plain"
                  onClick={() =>
                    void revoke.run({ couponId: one.id, reason: t`Taken back by hand` })
                  }
                >
                  {t`Take back`}
                </Button>
              )
            }
          />
        ))}
      </Rows>
      <More pages={pages} look="plain" />
      {pages.items?.length === 0 && (
        <Empty act={!state && <Link href="/inbox">{t`To the chats`}</Link>}>
          {t`Coupons that were given will stand here, newest first.`}
        </Empty>
      )}
    </Section>
  );
}
