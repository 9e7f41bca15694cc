import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { readAmount, signOf } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './form.module.css';
import { ProductsField } from './ProductsField.tsx';

/** Below which price nothing is sold, whoever sells it: for the shop, or for a product. */
export function Floors({ shopId, currency }: { shopId: string; currency: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(offers.listPriceFloors, { shopId });
  const done = () => refresh(offers.listPriceFloors, offers.getOfferSheet);
  const set = useAct(offers.setPriceFloor, done);
  const remove = useAct(offers.removePriceFloor, done);
  const [products, setProducts] = useState<readonly string[]>([]);
  const [percent, setPercent] = useState('80');
  const [amount, setAmount] = useState('');
  const share =
    /^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100
      ? Number(percent)
      : null;
  const floorMinor = amount.trim() === '' ? null : (readAmount(amount, currency) ?? null);
  const may = data?.can.includes('setPriceFloor');
  const save = async () => {
    const bounds = { percent: share, floorMinor, marginPercent: null };
    const wishes = products.length > 0 ? products.map((productId) => ({ productId })) : [{}];
    for (const wish of wishes) await set.run({ shopId, ...wish, ...bounds });
    setProducts([]);
  };
  const words = (one: offers.PriceFloorShape) =>
    [
      one.percent === null ? '' : t`${one.percent}% of the price`,
      one.floorMinor === null ? '' : money(one.floorMinor, currency),
      one.marginPercent === null ? '' : t`cost + ${one.marginPercent}%`,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Section
      wide
      title={t`Floor prices`}
      hint={t`Nothing falls below them: no coupon, no discount, no changed price, whoever gives it.`}
    >
      <Refusal refusal={error ?? set.refusal ?? remove.refusal} onClose={set.reset} />
      <Rows label={t`Floor prices`}>
        {data?.items.map((one) => (
          <Row
            key={one.id}
            title={one.scope === 'shop' ? t`The whole shop` : (one.category ?? one.title)}
            facts={words(one)}
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
      {may && (
        <div className={styles.form}>
          <ProductsField shopId={shopId} value={products} onChange={setProducts} />
          <p className={styles.sentence}>
            <span>
              {products.length > 0 ? t`These products never below` : t`The whole shop never below`}
            </span>
            <input
              className={styles.small}
              inputMode="numeric"
              aria-label={t`Percent of the price`}
              value={percent}
              onChange={({ target }) => setPercent(target.value)}
            />
            <span>{t`% of the price, and never below ${signOf(currency)}`}</span>
            <input
              className={styles.small}
              inputMode="decimal"
              aria-label={t`Lowest amount`}
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
            />
            <Button
              busy={set.busy}
              disabled={share === null && floorMinor === null}
              onClick={() => void save()}
            >
              {t`Set the floor`}
            </Button>
          </p>
        </div>
      )}
    </Section>
  );
}
