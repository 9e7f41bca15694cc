import { useLingui } from '@lingui/react/macro';

/** Words for the state of a fact. */
export function useStateWords(): (state: string) => string {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = {
    answered: t({ message: 'answered', context: 'fact' }),
    unanswered: t({ message: 'unanswered', context: 'fact' }),
    closed: t({ message: 'closed', context: 'fact' }),
    served: t({ message: 'being served', context: 'fact' }),
    waiting: t({ message: 'waiting', context: 'fact' }),
    asked: t({ message: 'asked', context: 'fact' }),
    ordered: t({ message: 'ordered', context: 'fact' }),
    paid: t({ message: 'paid', context: 'fact' }),
    reversed: t({ message: 'taken back', context: 'fact' }),
    refunded: t({ message: 'refund', context: 'fact' }),
    cancelled: t({ message: 'order cancelled', context: 'fact' }),
    lines_cancelled: t({ message: 'items cancelled', context: 'fact' }),
    postage_changed: t({ message: 'postage lowered', context: 'fact' }),
    price_changed: t({ message: 'price lowered', context: 'fact' }),
    discount_changed: t({ message: 'discount', context: 'fact' }),
    goodwill_paid: t({ message: 'goodwill', context: 'fact' }),
    price_protected: t({ message: 'price protection', context: 'fact' }),
    cashback_paid: t({ message: 'cashback', context: 'fact' }),
    compensated: t({ message: 'compensation', context: 'fact' }),
  };
  return (state) => words[state] ?? state;
}
