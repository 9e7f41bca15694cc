import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import styles from './form.module.css';
import { kindWords } from './offers.words.ts';
import { type DraftProps, SmallField } from './SmallField.tsx';
import { kinds } from './TermsFields.tsx';

/** How long, how many, for whom, and beside what a kind of coupon is good. */
export function BoundsFields(props: DraftProps) {
  const { draft, set, sign } = props;
  const { t, i18n } = useLingui();
  return (
    <>
      <p className={styles.sentence}>
        <span>{t`Usable for`}</span>{' '}
        <SmallField {...props} field="days" label={t`Days it can be used`} />{' '}
        <span>{t`days; each buyer gets at most`}</span>{' '}
        <SmallField {...props} field="perBuyer" label={t`Most for one buyer`} />
      </p>
      <p className={styles.sentence}>
        <span>{t`At most`}</span>{' '}
        <SmallField {...props} field="count" label={t`How many there are`} />{' '}
        <span>{t`of them, costing together at most ${sign}`}</span>{' '}
        <SmallField {...props} field="budget" label={t`Budget`} />
      </p>
      <Select
        mode="multiple"
        aria-label={t`May stand beside`}
        placeholder={t`Stands alone; choose what it may stand beside`}
        value={[...draft.stacksWith]}
        onChange={(stacksWith) => set({ stacksWith })}
        options={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.backOnRefund}
          onChange={({ target }) => set({ backOnRefund: target.checked })}
        />
        <span>{t`Usable again when all of the order’s money went back`}</span>
      </label>
    </>
  );
}
