import type { orders } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useState } from 'react';
import { type Command, useCommands } from '../../../lib/keys.ts';
import { Button } from '../../../ui/Button.tsx';
import { Approvals } from './Approvals.tsx';
import { type ActEntry, allActs, commonActs, furtherActs, mayDo, otherActs } from './act.list.ts';
import type { Told } from './act.types.ts';
import styles from './acts.module.css';
import { QuickActs } from './QuickActs.tsx';
import { ToldStrip } from './ToldStrip.tsx';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string | undefined;
  /** The order in hand: the keys act on it. */
  readonly inHand: boolean;
  /** Acts of other modules that stand among the usual ones. */
  readonly usual?: ReactNode;
  /** Acts of other modules that belong behind the same word. */
  readonly more?: ReactNode;
}

/** What can be done to an order: the usual acts in sight with their keys, the others behind one word, one form at a time. */
export function OrderWork({ order, conversationId, inHand, usual, more }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<string>();
  const [whole, setWhole] = useState(false);
  const [told, setTold] = useState<Told>();
  const may = (entry: ActEntry) => mayDo(entry, order.can);
  const show = (id: string | undefined) => {
    setTold(undefined);
    setOpen(id);
  };
  useCommands(inHand ? commandsOf(order, show) : []);
  const entry = allActs.find(({ id }) => id === open);
  const others = otherActs.filter(may);
  const further = furtherActs.some((id) => order.can.includes(id));
  const buttons = (entries: readonly ActEntry[]) =>
    entries.map((one) => (
      <ActButton
        key={one.id}
        entry={one}
        inHand={inHand}
        pressed={one.id === open}
        onPress={() => show(one.id === open ? undefined : one.id)}
      />
    ));
  return (
    <>
      <span className={styles.break} />
      {buttons(commonActs.filter(may))}
      {usual}
      {(others.length > 0 || further) && (
        <Button small look="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t`Less` : t`More…`}
        </Button>
      )}
      {whole && (
        <div className={styles.others}>
          {buttons(others)}
          <QuickActs order={order} conversationId={conversationId} onTold={setTold} />
          {more}
        </div>
      )}
      {entry && (
        <Suspense fallback={<div className={styles.form} aria-busy="true" />}>
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
      {inHand && <Approvals orderId={order.id} />}
      <ToldStrip told={told} onClose={() => setTold(undefined)} />
    </>
  );
}

const commandsOf = (order: orders.OrderCardShape, show: (id: string) => void): Command[] =>
  allActs.map((entry) => ({
    id: `${entry.id} ${order.id}`,
    name: entry.name,
    group: msg`Order in hand`,
    possible: mayDo(entry, order.can),
    ...(entry.key ? { key: entry.key } : {}),
    run: () => show(entry.id),
  }));

interface ButtonProps {
  readonly entry: ActEntry;
  readonly inHand: boolean;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function ActButton({ entry, inHand, pressed, onPress }: ButtonProps) {
  const { i18n } = useLingui();
  return (
    <Button
      small
      aria-expanded={pressed}
      title={entry.short ? i18n._(entry.name) : undefined}
      {...(inHand && entry.key ? { hint: entry.key } : {})}
      onClick={onPress}
    >
      {i18n._(entry.short ?? entry.name)}
    </Button>
  );
}
