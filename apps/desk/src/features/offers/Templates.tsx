import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { count, money } from '../../lib/format.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { kindWords } from './offers.words.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { exampleOf } from './terms.rules.ts';

interface Props {
  readonly shopId: string;
  readonly currency: string;
  readonly may: boolean;
}

/** The kinds of coupons of a shop: what each does to a price, what is given out and used. */
export function Templates({ shopId, currency, may }: Props) {
  const { t, i18n } = useLingui();
  const [form, setForm] = useState<offers.CouponTemplateShape | 'new'>();
  const pages = usePages(offers.listCouponTemplates, { shopId, limit: 30 });
  const done = () => refresh(offers.listCouponTemplates, offers.getOfferSheet);
  const stop = useAct(offers.stopCouponTemplate, done);
  const resume = useAct(offers.resumeCouponTemplate, done);
  const make = may && (
    <Button look="main" onClick={() => setForm('new')}>
      {t`New kind of coupon`}
    </Button>
  );
  const example = (one: offers.CouponTemplateShape) => {
    const shown = exampleOf(one.terms, currency);
    return shown
      ? `${money(shown.beforeMinor, currency)} → ${money(shown.afterMinor, currency)}`
      : i18n._(kindWords[one.terms.kind]);
  };
  const given = (one: offers.CouponTemplateShape) =>
    t`${count(one.issuedCount)} given · ${count(one.usedCount)} used · ${money(one.usedMinor, currency)}`;
  return (
    <Section
      wide
      title={t`Kinds of coupons`}
      hint={t`What agents give in the chat; what was given keeps the terms of its day.`}
      acts={pages.items?.length ? make : undefined}
    >
      <Refusal refusal={pages.error ?? stop.refusal ?? resume.refusal} />
      <Rows label={t`Kinds of coupons`}>
        {pages.items?.map((one) => (
          <Row
            key={one.id}
            quiet={one.stoppedAt !== null}
            title={one.name}
            sub={example(one)}
            facts={given(one)}
            acts={
              <>
                {one.can.includes('changeCouponTemplate') && (
                  <Button small onClick={() => setForm(one)}>
                    {t`Change`}
                  </Button>
                )}
                {one.can.includes('stopCouponTemplate') && (
                  <Button small look="plain" onClick={() => void stop.run({ templateId: one.id })}>
                    {t`Stop`}
                  </Button>
                )}
                {one.can.includes('resumeCouponTemplate') && (
                  <Button
                    small
                    look="plain"
                    onClick={() => void resume.run({ templateId: one.id })}
                  >
                    {t`Give again`}
                  </Button>
                )}
              </>
            }
          />
        ))}
      </Rows>
      <More pages={pages} look="plain" />
      {pages.items?.length === 0 && (
        <Empty
          act={make}
        >{t`Make the first kind of coupon, and agents can send it from a chat with two keys.`}</Empty>
      )}
      {form && (
        <TemplateForm
          shopId={shopId}
          currency={currency}
          template={form === 'new' ? undefined : form}
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  );
}
