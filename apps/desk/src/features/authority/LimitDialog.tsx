import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Radio } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { limitWords } from './authority.words.ts';
import styles from './LimitDialog.module.css';
import { BoundField, LimitFields } from './LimitFields.tsx';
import { hasFloor, type LimitRow, noLimit, percentOf, readTexts, textsOf } from './limits.rules.ts';

interface Props {
  readonly row: LimitRow;
  readonly action: access.LimitKeyWord;
  /** Of the role or person. */
  readonly name: string;
  readonly currency: string;
  readonly shopId: string | null;
  readonly onClose: () => void;
}

const readAgain = () => refresh(access.listLimits, access.getOwnLimits);

/** Sets what one role or person may give alone with one act. Empty means no limit, 0 always asks. */
export function LimitDialog({ row, action, name, currency, shopId, onClose }: Props) {
  const { t, i18n } = useLingui();
  const limit = row.limits.find((one) => one.action === action) ?? noLimit;
  const isRole = row.subject.kind === 'role';
  const [texts, setTexts] = useState(() => textsOf(limit, currency));
  const [floor, setFloor] = useState(String(limit.floorPercent ?? ''));
  const [beyond, setBeyond] = useState(limit.beyond);
  const set = useAct(access.setLimit, readAgain);
  const remove = useAct(access.removeLimit, readAgain);
  const place = { subjectKind: row.subject.kind, subjectId: row.subject.id, action, currency };
  const sums = readTexts(texts, currency);
  const floorPercent = percentOf(floor);
  const save = async () => {
    if (!sums || floorPercent === undefined) return undefined;
    return set.run({ ...place, ...sums, shopId, floorPercent, beyond });
  };
  return (
    <Dialog title={`${name} · ${i18n._(limitWords[action])}`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Save`}
          busy={set.busy}
          possible={sums !== undefined && floorPercent !== undefined}
          onCancel={close}
          onSubmit={() => void save().then((done) => done && close())}
        >
          <p
            className={styles.lead}
          >{t`How much without asking. Empty: no limit. 0: always ask.`}</p>
          <div className={styles.bounds}>
            <LimitFields texts={texts} currency={currency} onChange={setTexts} />
            {hasFloor(action) && (
              <BoundField
                label={t`Not below, in per cent of the base`}
                wrong={floorPercent === undefined ? t`A number from 0 to 100` : undefined}
                after="%"
                placeholder={t`no floor`}
                value={floor}
                onChange={setFloor}
              />
            )}
          </div>
          <fieldset className={styles.beyond}>
            <legend>{t`Beyond that`}</legend>
            <Radio.Group value={beyond} onChange={(event) => setBeyond(event.target.value)}>
              <Radio value="ask">{t`asks for approval`}</Radio>
              <Radio value="no">{t`is never done`}</Radio>
            </Radio.Group>
          </fieldset>
          {limit.source === (isRole ? 'role' : 'own') && (
            <Button
              look="plain"
              busy={remove.busy}
              onClick={() =>
                void remove
                  .run({ ...place, ...(shopId ? { shopId } : {}) })
                  .then((done) => done && close())
              }
            >
              {isRole ? t`Back to the default` : t`As the role has it`}
            </Button>
          )}
          <Refusal refusal={set.refusal ?? remove.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
