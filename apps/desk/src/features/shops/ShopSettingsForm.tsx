import { type ReplyOf, shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Field, type FieldProps } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { NumberLinks } from './NumberLinks.tsx';
import { exampleNumber, isPattern } from './number-pattern.rules.ts';
import type { Shop } from './ShopList.tsx';
import styles from './shop.module.css';

const counter = '{nnnn}';
const dates = '{YYYY} {YY} {MM} {DD}';

type Settings = ReplyOf<typeof shops.getShopSettings>;

interface Props {
  readonly shop: Shop;
  readonly settings: Settings;
}

/** How a shop works: what it promises, when it is there, how it numbers its orders. */
export function ShopSettingsForm({ shop, settings }: Props) {
  const { t } = useLingui();
  const [change, setChange] = useState<Partial<Settings>>({});
  const save = useAct(shops.updateShopSettings, () => {
    setChange({});
    refresh(shops.getShopSettings);
  });
  const now = { ...settings, ...change };
  const set = (part: Partial<Settings>) => setChange((before) => ({ ...before, ...part }));
  const good = isPattern(now.orderNumberPattern) && now.orderNumberLinks.every(isPattern);
  return (
    <>
      <Section
        title={t`Answering`}
        hint={t`By these the inbox sorts who waits and turns amber and red.`}
      >
        <Field label={t`An answer is promised within`}>
          {(field) => (
            <Amount
              field={field}
              unit={t`seconds`}
              min={5}
              max={86_400}
              value={now.answerPromiseSeconds}
              onChange={(answerPromiseSeconds) => set({ answerPromiseSeconds })}
            />
          )}
        </Field>
        <Field
          label={t`A new word reopens a resolved chat within`}
          hint={t`Later than that a new conversation begins.`}
        >
          {(field) => (
            <Amount
              field={field}
              unit={t`hours`}
              min={0}
              max={8760}
              value={now.reopenWindowHours}
              onChange={(reopenWindowHours) => set({ reopenWindowHours })}
            />
          )}
        </Field>
        <Field
          label={t`Hand chats over only with a note`}
          hint={t`So that the next person knows what it is about.`}
        >
          {({ id }) => (
            <Switch
              id={id}
              checked={now.handoverNoteRequired}
              onChange={(handoverNoteRequired) => set({ handoverNoteRequired })}
            />
          )}
        </Field>
        <Field
          label={t`Least time between two payment reminders`}
          hint={t`For one order; so that nobody is pestered.`}
        >
          {(field) => (
            <Amount
              field={field}
              unit={t`minutes`}
              min={1}
              max={43_200}
              value={now.reminderIntervalMinutes}
              onChange={(reminderIntervalMinutes) => set({ reminderIntervalMinutes })}
            />
          )}
        </Field>
      </Section>
      <Section
        title={t`Business hours`}
        hint={t`In the time zone of the shop, ${shop.timezone}. Buyers see them in the chat.`}
      >
        <HoursEditor
          value={now.businessHours}
          onChange={(businessHours) => set({ businessHours })}
        />
      </Section>
      {shop.kind === 'built-in' && (
        <Section title={t`Order numbers`} hint={t`For orders placed from now on.`}>
          <Field
            label={t`Pattern`}
            hint={
              <>
                {t`Next ones look like`}{' '}
                <b>{exampleNumber(now.orderNumberPattern, 71, new Date())}</b>
              </>
            }
            error={
              !isPattern(now.orderNumberPattern) &&
              t`A pattern needs one counter, e.g. ${counter}, and knows ${dates}.`
            }
          >
            {(field) => (
              <Input
                {...field}
                maxLength={60}
                spellCheck={false}
                value={now.orderNumberPattern}
                onChange={(event) => set({ orderNumberPattern: event.target.value })}
              />
            )}
          </Field>
        </Section>
      )}
      <Section
        title={t`Order numbers in chats`}
        hint={t`A number in a message leads to its order. The own pattern and long numbers of marketplaces are known already.`}
      >
        <NumberLinks
          own={now.orderNumberPattern}
          value={now.orderNumberLinks}
          onChange={(orderNumberLinks) => set({ orderNumberLinks })}
        />
      </Section>
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        possible={good}
        busy={save.busy}
        onSave={() => void save.run({ shopId: shop.id, ...change })}
        onForget={() => setChange({})}
      />
    </>
  );
}

function Amount({
  field,
  unit,
  min,
  max,
  value,
  onChange,
}: {
  field: FieldProps;
  unit: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
}) {
  return (
    <div className={styles.number}>
      <InputNumber
        {...field}
        min={min}
        max={max}
        precision={0}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
      />
      <span className={styles.unit}>{unit}</span>
    </div>
  );
}
