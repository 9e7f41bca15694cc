import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../../lib/format.ts';
import { methodName } from '../orders.rules.ts';
import { paymentWords } from '../orders.words.ts';
import { Choice } from './Choice.tsx';
import type { Choices } from './use-choices.ts';

interface Props {
  readonly label: string;
  readonly methods: Choices['methods'];
  readonly currency: string;
  readonly value: string | undefined;
  readonly onChange: (methodId: string) => void;
  /** Stands before the methods, e.g. the method that paid. */
  readonly first?: { readonly value: string; readonly label: string };
}

/** Methods of the buyer, a balance with what is on it. */
export function Methods({ label, methods, currency, value, onChange, first }: Props) {
  const { i18n } = useLingui();
  const options = methods.map(({ id, kind, label: own, balanceMinor }) => {
    const word = i18n._(paymentWords[kind as orders.PaymentKindWord] ?? paymentWords.other);
    const name = methodName(word, own, kind);
    return {
      value: id,
      label: balanceMinor === null ? name : `${name} · ${money(balanceMinor, currency)}`,
    };
  });
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      options={first ? [first, ...options] : options}
    />
  );
}
