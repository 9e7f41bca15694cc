import { offers, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount, signOf } from '../../lib/amount.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './form.module.css';
import { Rung } from './Rung.tsx';

type Settings = ReplyOf<typeof offers.getOfferSettings>;

/** The steps of the ladder in their order, what may be given at most, and what the shop spends on it. */
export function Ladder({ shopId }: { shopId: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(offers.getOfferSettings, { shopId });
  return (
    <Section
      wide
      title={t`The ladder`}
      hint={t`Each talk about the price goes up these steps, by its situation; never by who the buyer is or could pay.`}
    >
      <Refusal refusal={error} />
      {data && <LadderForm key={JSON.stringify(data)} settings={data} />}
    </Section>
  );
}

function LadderForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { currency, shopId } = settings;
  const text = (minor: number | null) => (minor === null ? '' : amountText(minor, currency));
  const [ladder, setLadder] = useState(settings.ladder);
  const [postage, setPostage] = useState(text(settings.postageMinor));
  const [free, setFree] = useState(text(settings.postageFreeFromMinor));
  const [day, setDay] = useState(text(settings.dayBudgetMinor));
  const [month, setMonth] = useState(text(settings.monthBudgetMinor));
  const act = useAct(offers.setOfferSettings, () =>
    refresh(offers.getOfferSettings, offers.getOfferSheet),
  );
  const [dirty, setDirty] = useState(false);
  const may = settings.can.includes('setOfferSettings');
  const minor = (value: string) =>
    value.trim() === '' ? null : (readAmount(value, currency) ?? null);
  const put = (next: Settings['ladder']) => {
    setLadder(next);
    setDirty(true);
  };
  const move = (n: number) => {
    const next = [...ladder];
    const [step] = next.splice(n, 1);
    if (step) next.splice(n - 1, 0, step);
    put(next);
  };
  const save = () =>
    void act.run({
      shopId,
      ladder,
      unpaidHours: settings.unpaidHours,
      postageMinor: minor(postage) ?? 0,
      postageFreeFromMinor: minor(free),
      dayBudgetMinor: minor(day),
      monthBudgetMinor: minor(month),
    });
  const field = (label: string, value: string, set: (value: string) => void) => (
    <input
      className={styles.small}
      inputMode="decimal"
      aria-label={label}
      disabled={!may}
      value={value}
      onChange={({ target }) => {
        set(target.value);
        setDirty(true);
      }}
    />
  );
  const sign = signOf(currency);
  return (
    <div className={styles.form}>
      <Rows label={t`Steps of the ladder`}>
        {ladder.map((step, n) => (
          <Rung
            key={step.rung}
            step={step}
            place={n + 1}
            may={may}
            onChange={(next) => put(ladder.map((one) => (one === step ? next : one)))}
            onEarlier={() => move(n)}
          />
        ))}
      </Rows>
      <p className={styles.sentence}>
        <span>{t`Concessions may cost ${sign}`}</span> {field(t`Budget of a day`, day, setDay)}{' '}
        <span>{t`a day and ${sign}`}</span> {field(t`Budget of a month`, month, setMonth)}{' '}
        <span>{t`a month`}</span>
      </p>
      <p className={styles.sentence}>
        <span>{t`Postage ${sign}`}</span> {field(t`Postage`, postage, setPostage)}{' '}
        <span>{t`, free from ${sign}`}</span> {field(t`Free from`, free, setFree)}
      </p>
      {may && (
        <div>
          <Button look="main" busy={act.busy} disabled={!dirty} onClick={save}>
            {t`Save`}
          </Button>
        </div>
      )}
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </div>
  );
}
