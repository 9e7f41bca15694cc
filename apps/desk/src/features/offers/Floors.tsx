import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { FloorForm } from './FloorForm.tsx';

/** Below which price nothing is sold, whoever sells it: for the shop, a category or a product, by price or by margin. */
export function Floors({ shopId, currency }: { shopId: string; currency: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(offers.listPriceFloors, { shopId });
  const done = () => refresh(offers.listPriceFloors, offers.getOfferSheet);
  const remove = useAct(offers.removePriceFloor, done);
  const may = data?.can.includes('setPriceFloor');
  const words = (one: offers.PriceFloorShape) =>
    [
      one.percent === null ? '' : t`${one.percent}% of the price`,
      one.floorMinor === null ? '' : money(one.floorMinor, currency),
      one.marginPercent === null ? '' : t`cost + ${one.marginPercent}%`,
    ]
      .filter(Boolean)
      .join(' · ');
  const scopes: Readonly<Record<string, string>> = {
    shop: t`The whole shop`,
    category: t`Category`,
    product: t`Product`,
    variant: t`Product`,
  };
  return (
    <>
      <Section
        wide
        title={t`Floor prices`}
        hint={t`The nearest one holds: product before category before the whole shop. Of its bounds the highest counts.`}
      >
        <Refusal refusal={error ?? remove.refusal} onClose={remove.reset} />
        <Rows label={t`Floor prices`}>
          {data?.items.map((one) => (
            <Row
              key={one.id}
              title={one.category ?? (one.title || scopes.shop)}
              facts={one.scope === 'shop' ? words(one) : `${scopes[one.scope]} · ${words(one)}`}
              acts={
                may && (
                  <Button small look="plain" onClick={() => void remove.run({ floorId: one.id })}>
                    {t`Remove`}
                  </Button>
                )
              }
            />
          ))}
        </Rows>
        {data?.items.length === 0 && (
          <Empty>{t`No floor yet: only each person’s own limits hold.`}</Empty>
        )}
      </Section>
      {may && (
        <Section
          wide
          title={t`Set a floor`}
          hint={t`The example shows what it means before it is set.`}
        >
          <FloorForm
            shopId={shopId}
            currency={currency}
            categories={data?.categories ?? []}
            onDone={done}
          />
        </Section>
      )}
    </>
  );
}
