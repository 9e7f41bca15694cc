import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useReply } from '../../../lib/query.ts';
import { useSettled } from '../../../lib/settled.ts';
import { Refusal } from '../../../ui/Refusal.tsx';
import { ActForm } from './ActForm.tsx';
import { AddressDoubts } from './AddressDoubts.tsx';
import { AddressTable } from './AddressTable.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { type AddressParts, emptyAddress, type Part } from './address.rules.ts';

/** Another address: paste what the buyer wrote, look, Enter. Every part can be corrected by hand. */
export default function AddressForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [byHand, setByHand] = useState<Partial<AddressParts>>({});
  const [writing, setWriting] = useState(false);
  const settled = useSettled(text.trim(), 80);
  const reading = useReply(
    orders.readAddress,
    { text: settled },
    { when: settled !== '', freshFor: 60_000, keepPrevious: true },
  );
  const read = text.trim() === '' ? undefined : reading.data;
  const address: AddressParts = { ...emptyAddress, ...read?.address, ...byHand };
  const shown = read !== undefined || writing;
  const upToDate = text.trim() === settled && !reading.isPlaceholderData;
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderAddress}
      title={t`Change address`}
      act={t`Change address`}
      fields={shown && upToDate && address.street !== '' ? { address } : undefined}
      tell={() => ({ words: t`The order goes to the new address.` })}
      told={['order.address_incomplete']}
      outcome={() => null}
    >
      <textarea
        className={styles.paste}
        rows={text === '' ? 2 : 3}
        maxLength={2000}
        value={text}
        aria-label={t`Paste the address`}
        placeholder={t`Paste what the buyer wrote: name, phone, address in any order`}
        onChange={(event) => {
          setText(event.target.value);
          setByHand({});
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {text !== '' && <Refusal refusal={reading.error} />}
      {shown ? (
        <>
          <AddressTable
            old={order.address}
            now={address}
            reading={read}
            onChange={(part: Part, value) => setByHand({ ...byHand, [part]: value })}
          />
          {read && (
            <AddressDoubts
              reading={read}
              onRegion={(region) => setByHand({ ...byHand, ...region })}
            />
          )}
        </>
      ) : (
        <button type="button" className={styles.link} onClick={() => setWriting(true)}>
          {t`Write it by hand`}
        </button>
      )}
    </ActForm>
  );
}
