import type { MaskedAddressShape } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Refusal } from '../../../ui/Refusal.tsx';
import { AddressDoubts } from './AddressDoubts.tsx';
import { AddressTable } from './AddressTable.tsx';
import styles from './acts.module.css';
import type { PastedAddress } from './use-pasted-address.ts';

/** A field to paste into, and what was read out of it beside the address as it is; Enter sends the form. */
export function AddressPaste({
  old,
  pasted,
}: {
  old: MaskedAddressShape | null;
  pasted: PastedAddress;
}) {
  const { t } = useLingui();
  const { text, reading, shown, address } = pasted;
  return (
    <>
      <textarea
        className={styles.paste}
        rows={text === '' ? 2 : 3}
        maxLength={2000}
        value={text}
        aria-label={t`Paste the address`}
        placeholder={t`Paste what the buyer wrote: name, phone, address in any order`}
        onChange={(event) => pasted.paste(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <Refusal refusal={pasted.error} />
      {shown ? (
        <>
          <AddressTable
            old={old}
            now={address}
            reading={reading}
            onChange={(part, value) => pasted.correct({ [part]: value })}
          />
          {reading && <AddressDoubts reading={reading} onRegion={pasted.correct} />}
        </>
      ) : (
        <button type="button" className={styles.link} onClick={pasted.write}>
          {t`Write it by hand`}
        </button>
      )}
    </>
  );
}
