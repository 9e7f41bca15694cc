import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Radio } from 'antd';
import { useState } from 'react';
import { amountText, readAmount, signOf } from '../../lib/amount.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { limitWords } from './authority.words.ts';
import styles from './LimitDialog.module.css';
import { type Bound, bounds, hasFloor, type Limit, type LimitRow } from './limits.rules.ts';

interface Props {
  readonly row: LimitRow;
  readonly action: access.LimitKeyWord;
  /** Of the role or person. */
  readonly name: string;
  readonly currency: string;
  readonly shopId: string | null;
  readonly onClose: () => void;
}

const noLimit: Limit = {
  action: 'total',
  perActMinor: null,
  perOrderMinor: null,
  perBuyerDayMinor: null,
  perDayMinor: null,
  floorPercent: null,
  beyond: 'ask',
  source: 'default',
};

const readAgain = () => refresh(access.listLimits, access.getOwnLimits);

/** Sets what one role or person may give alone with one act. Empty means no limit, 0 always asks. */
export function LimitDialog({ row, action, name, currency, shopId, onClose }: Props) {
  const { t, i18n } = useLingui();
  const limit = row.limits.find((one) => one.action === action) ?? noLimit;
  const [texts, setTexts] = useState(() => textsOf(limit, currency));
  const [floor, setFloor] = useState(limit.floorPercent === null ? '' : String(limit.floorPercent));
  const [beyond, setBeyond] = useState(limit.beyond);
  const set = useAct(access.setLimit, readAgain);
  const remove = useAct(access.removeLimit, readAgain);
  const place = { subjectKind: row.subject.kind, subjectId: row.subject.id, action };
  const read = readTexts(texts, currency);
  const percent = floor.trim() === '' ? null : Number(floor);
  const floorRight =
    percent === null || (Number.isInteger(percent) && percent >= 0 && percent <= 100);
  const names: Record<Bound, string> = {
    perActMinor: t`At once`,
    perOrderMinor: t`For one order, in sum`,
    perBuyerDayMinor: t`For one buyer in a day`,
    perDayMinor: t`In a day, all buyers`,
  };
  const own = limit.source === (row.subject.kind === 'role' ? 'role' : 'own');
  return (
    <Dialog title={`${name} · ${i18n._(limitWords[action])}`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Save`}
          busy={set.busy}
          possible={read !== undefined && floorRight}
          onCancel={close}
          onSubmit={() =>
            void set
              .run({
                ...place,
                ...read,
                currency,
                shopId,
                floorPercent: percent,
                beyond,
              } as Parameters<typeof set.run>[0])
              .then((done) => done && close())
          }
        >
          <p
            className={styles.lead}
          >{t`How much without asking. Empty: no limit. 0: always ask.`}</p>
          <div className={styles.bounds}>
            {bounds.map((bound) => (
              <Field
                key={bound}
                label={names[bound]}
                {...(amountOf(texts[bound], currency) === undefined
                  ? { error: t`An amount, or nothing` }
                  : {})}
              >
                {(field) => (
                  <span className={styles.amount}>
                    <span aria-hidden="true">{signOf(currency)}</span>
                    <input
                      {...field}
                      inputMode="decimal"
                      autoComplete="off"
                      placeholder={t`no limit`}
                      value={texts[bound]}
                      onChange={(event) => setTexts({ ...texts, [bound]: event.target.value })}
                    />
                  </span>
                )}
              </Field>
            ))}
            {hasFloor(action) && (
              <Field
                label={t`Not below, in per cent of the base`}
                {...(floorRight ? {} : { error: t`A number from 0 to 100` })}
              >
                {(field) => (
                  <span className={styles.amount}>
                    <input
                      {...field}
                      inputMode="numeric"
                      placeholder={t`no floor`}
                      value={floor}
                      onChange={(event) => setFloor(event.target.value)}
                    />
                    <span aria-hidden="true">%</span>
                  </span>
                )}
              </Field>
            )}
          </div>
          <fieldset className={styles.beyond}>
            <legend>{t`Beyond that`}</legend>
            <Radio.Group value={beyond} onChange={(event) => setBeyond(event.target.value)}>
              <Radio value="ask">{t`asks for approval`}</Radio>
              <Radio value="no">{t`is never done`}</Radio>
            </Radio.Group>
          </fieldset>
          {own && (
            <Button
              look="plain"
              busy={remove.busy}
              onClick={() =>
                void remove
                  .run({ ...place, currency, ...(shopId ? { shopId } : {}) })
                  .then((done) => done && close())
              }
            >
              {row.subject.kind === 'role' ? t`Back to the default` : t`As the role has it`}
            </Button>
          )}
          <Refusal refusal={set.refusal ?? remove.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}

type Texts = Readonly<Record<Bound, string>>;

const textsOf = (limit: Limit, currency: string): Texts =>
  Object.fromEntries(
    bounds.map((bound) => {
      const minor = limit[bound];
      return [bound, minor === null ? '' : amountText(minor, currency).replace(/\.0+$/, '')];
    }),
  ) as Record<Bound, string>;

/** Null where nothing stands; undefined where it is no amount. */
const amountOf = (text: string, currency: string): number | null | undefined =>
  text.trim() === '' ? null : readAmount(text, currency);

function readTexts(texts: Texts, currency: string): Record<Bound, number | null> | undefined {
  const read = bounds.map((bound) => [bound, amountOf(texts[bound], currency)] as const);
  return read.some(([, minor]) => minor === undefined)
    ? undefined
    : (Object.fromEntries(read) as Record<Bound, number | null>);
}
