import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { ActForm } from './ActForm.tsx';
import { AddressPaste } from './AddressPaste.tsx';
import type { FormProps } from './act.types.ts';
import { usePastedAddress } from './use-pasted-address.ts';

/** Another address: paste what the buyer wrote, look, Enter. Every part can be corrected by hand. */
export default function AddressForm(props: FormProps) {
  const { t } = useLingui();
  const pasted = usePastedAddress();
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderAddress}
      title={t`Change address`}
      act={t`Change address`}
      fields={pasted.ready && { address: pasted.ready }}
      tell={() => ({ words: t`The order goes to the new address.` })}
      told={['order.address_incomplete']}
      outcome={() => null}
    >
      <AddressPaste old={props.order.address} pasted={pasted} />
    </ActForm>
  );
}
