import { type InputOf, offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue } from 'react';
import { count, money } from '../../lib/format.ts';
import { useReply } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './form.module.css';

/** What a floor comes to for real pieces of the shop: every bound, and the one that holds. */
export function FloorExample({ input }: { input: InputOf<typeof offers.tryPriceFloor> }) {
  const { t } = useLingui();
  const { data, error } = useReply(offers.tryPriceFloor, useDeferredValue(input), {
    keepPrevious: true,
  });
  if (!data) return <Refusal refusal={error} />;
  const { currency, matched, withoutCost, aboveList, examples } = data;
  const sum = (minor: number) => money(minor, currency);
  const parts = (one: (typeof examples)[number]) =>
    [
      one.percentMinor === null ? '' : t`${input.percent ?? 0}% is ${sum(one.percentMinor)}`,
      one.amountMinor === null ? '' : t`at least ${sum(one.amountMinor)}`,
      one.marginMinor === null || one.costMinor === null
        ? ''
        : t`cost ${sum(one.costMinor)} + ${input.marginPercent ?? 0}% is ${sum(one.marginMinor)}`,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section className={styles.example} aria-label={t`Example`}>
      <ul className={styles.examples}>
        {examples.map((one) => (
          <li key={one.variantId}>
            <span>{one.title}</span>
            <span>
              {sum(one.listMinor)} →{' '}
              {one.floorMinor === null ? t`no floor` : <b>{sum(one.floorMinor)}</b>}
            </span>
            <small>{parts(one)}</small>
          </li>
        ))}
      </ul>
      <p>
        {matched === 0
          ? t`Nothing on sale is meant by it.`
          : t`It is for ${count(matched)} on sale.`}
        {input.marginPercent !== undefined && withoutCost > 0 && (
          <> {t`Of ${count(withoutCost)} the cost is not known: the margin says nothing there.`}</>
        )}
        {aboveList > 0 && (
          <strong>
            {' '}
            {t`${count(aboveList)} are offered below it today: they take no discount at all.`}
          </strong>
        )}
      </p>
    </section>
  );
}
