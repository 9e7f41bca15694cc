import type { orders } from '@guitai/contract';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ComponentType, Suspense, useState } from 'react';
import { soon } from '../../lib/ahead.ts';
import { type Command, useCommands } from '../../lib/keys.ts';
import { Button } from '../../ui/Button.tsx';
import type { FormProps, Told } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';
import { ToldStrip } from '../orders/acts/ToldStrip.tsx';

interface Entry {
  readonly id: string;
  readonly name: MessageDescriptor;
  /** In sight with the usual acts, not behind the word for the others. */
  readonly common?: boolean;
  readonly Form: ComponentType<FormProps>;
}

const entries: readonly Entry[] = [
  {
    id: 'openCase',
    name: msg({ message: 'After-sales', context: 'cases' }),
    common: true,
    Form: soon(() => import('./OpenCaseForm.tsx')),
  },
  {
    id: 'payGoodwill',
    name: msg`Goodwill payment`,
    Form: soon(() => import('./GoodwillForm.tsx')),
  },
  {
    id: 'protectPrice',
    name: msg`Price protection`,
    Form: soon(() => import('./PriceProtectionForm.tsx')),
  },
  {
    id: 'payReviewCashback',
    name: msg`Cash-back for a review`,
    Form: soon(() => import('./CashbackForm.tsx')),
  },
];

interface Props {
  readonly order: orders.OrderCardShape;
  readonly conversationId?: string | undefined;
  /** The order in hand: the palette acts on it. */
  readonly inHand?: boolean;
  /** The case among the usual acts, or the small payments behind the word for the others. */
  readonly which: 'case' | 'payments';
}

/** After-sales of an order: its buttons, and the one form that is open. */
export function AftersalesActs({ order, conversationId, inHand = false, which }: Props) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState<string>();
  const [told, setTold] = useState<Told>();
  const show = (id: string | undefined) => {
    setTold(undefined);
    setOpen(id);
  };
  const mine = entries.filter(({ common = false }) => common === (which === 'case'));
  useCommands(inHand ? commandsOf(mine, order, show) : []);
  const may = mine.filter(({ id }) => order.can.includes(id));
  const entry = may.find(({ id }) => id === open);
  return (
    <>
      {may.map(({ id, name }) => (
        <Button
          key={id}
          small
          aria-expanded={id === open}
          onClick={() => show(id === open ? undefined : id)}
        >
          {i18n._(name)}
        </Button>
      ))}
      {entry && (
        <Suspense fallback={<div className={acts.form} aria-busy="true" />}>
          <entry.Form
            key={`${entry.id} ${order.id}`}
            order={order}
            conversationId={conversationId}
            onActed={(done) => {
              setOpen(undefined);
              setTold(done);
            }}
            onClose={() => show(undefined)}
          />
        </Suspense>
      )}
      <ToldStrip told={told} onClose={() => setTold(undefined)} />
    </>
  );
}

const commandsOf = (
  mine: readonly Entry[],
  order: orders.OrderCardShape,
  show: (id: string) => void,
): Command[] =>
  mine.map(({ id, name }) => ({
    id: `${id} ${order.id}`,
    name,
    group: msg`Order in hand`,
    possible: order.can.includes(id),
    run: () => show(id),
  }));
