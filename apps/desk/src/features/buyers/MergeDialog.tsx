import { buyers, type InputOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct, useReply } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import styles from './Merges.module.css';

type Choice = InputOf<typeof buyers.mergeBuyers>['choose'];

interface Props {
  readonly buyer: buyers.BuyerShape;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Finds the other one, shows where both differ, and makes them one once it is said why. */
export default function MergeDialog({ buyer, onDone, onClose }: Props) {
  const { t } = useLingui();
  const [otherId, setOther] = useState<string>();
  const [choose, setChoose] = useState<Choice>({});
  const [reason, setReason] = useState('');
  const merge = useAct(buyers.mergeBuyers, onDone);
  const submit = async (close: () => void) => {
    if (!otherId) return;
    const wish = { buyerId: buyer.id, otherId, choose, reason: reason.trim() };
    if (await merge.run(wish)) close();
  };
  return (
    <Dialog title={t`Merge with another buyer`} onClose={onClose} width={600}>
      {(close) => (
        <DialogForm
          act={t({ message: 'Merge', context: 'buyers' })}
          busy={merge.busy}
          possible={otherId !== undefined && reason.trim().length >= 2}
          onSubmit={() => void submit(close)}
          onCancel={close}
        >
          {otherId ? (
            <Differences
              buyerId={buyer.id}
              otherId={otherId}
              choose={choose}
              onChoose={setChoose}
            />
          ) : (
            <FindOther not={buyer.id} onFound={setOther} />
          )}
          {otherId && (
            <Field
              label={t`Why they are one person`}
              hint={t`Chats, orders and accounts then stand together. It can be undone for 30 days.`}
              width={540}
            >
              {(props) => (
                <Input
                  {...props}
                  maxLength={300}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                />
              )}
            </Field>
          )}
          <Refusal refusal={merge.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}

function FindOther({ not, onFound }: { not: string; onFound: (id: string) => void }) {
  const { t } = useLingui();
  const [q, setQ] = useState('');
  const found = useReply(
    buyers.listBuyers,
    { q, limit: 8 },
    { when: q !== '', keepPrevious: true },
  );
  return (
    <>
      <SearchBox
        keyed={false}
        value={q}
        onSearch={setQ}
        placeholder={t`Name, phone, e-mail or account`}
      />
      <Refusal refusal={found.error} />
      <ul className={styles.found}>
        {(q ? (found.data?.items ?? []) : [])
          .filter(({ id }) => id !== not)
          .map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => onFound(one.id)}>
                <b>{one.name || t`Buyer without a name`}</b>
                <small>{[one.phone, one.email, one.level].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

interface DifferencesProps {
  readonly buyerId: string;
  readonly otherId: string;
  readonly choose: Choice;
  readonly onChoose: (choose: Choice) => void;
}

function Differences({ buyerId, otherId, choose, onChoose }: DifferencesProps) {
  const { t } = useLingui();
  const preview = useReply(buyers.previewMerge, { buyerId, otherId });
  const names: Record<buyers.MergeField, string> = {
    name: t({ message: 'Name', context: 'merge' }),
    phone: t({ message: 'Phone', context: 'merge' }),
    email: t({ message: 'E-mail', context: 'merge' }),
    level: t({ message: 'Level', context: 'merge' }),
    friendliness: t({ message: 'Friendliness', context: 'merge' }),
    remark: t({ message: 'Remark', context: 'merge' }),
  };
  if (!preview.data)
    return preview.error ? <Refusal refusal={preview.error} /> : <Lines count={5} />;
  const { survivor, merged, fields, tags } = preview.data;
  const weight = ({ orders, conversations, accounts, elsewhere }: typeof survivor) => (
    <small>
      {t`${orders} orders · ${conversations} chats · ${accounts} accounts`}
      {elsewhere && ` · ${t`more in shops you do not see`}`}
    </small>
  );
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th />
          <th scope="col">
            {survivor.name || t`Buyer without a name`}
            {weight(survivor)}
          </th>
          <th scope="col">
            {merged.name || t`Buyer without a name`}
            {weight(merged)}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields
          .filter((one) => one.survivor !== null || one.merged !== null)
          .map((one) => (
            <tr key={one.field} data-conflict={one.conflict || undefined}>
              <th scope="row">{names[one.field]}</th>
              {(['survivor', 'merged'] as const).map((side) => (
                <td key={side}>
                  <Radio
                    checked={(choose[one.field] ?? one.suggested) === side}
                    disabled={one[side] === null}
                    onChange={() => onChoose({ ...choose, [one.field]: side })}
                  >
                    {one[side] ?? '–'}
                  </Radio>
                </td>
              ))}
            </tr>
          ))}
        {tags.length > 0 && (
          <tr>
            <th scope="row">{t({ message: 'Tags', context: 'merge' })}</th>
            <td colSpan={2}>{tags.join(' · ')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
