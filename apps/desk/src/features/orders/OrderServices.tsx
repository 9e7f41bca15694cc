import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { serviceWords, slotWords } from './acts/service.words.ts';
import { useOrderAct } from './acts/use-order-act.ts';
import styles from './OrderCard.module.css';

/** The invoice and the appointments of an order; nothing where there are none. */
export function OrderServices({ order }: { order: orders.OrderCardShape }) {
  const { t } = useLingui();
  const { invoice, appointments = [] } = order;
  if (!invoice && appointments.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t`Invoice and services`}>
      <h4>{t`Invoice and services`}</h4>
      <ul className={styles.services}>
        {invoice && (
          <li>
            <span>
              {t`Invoice`} · {invoice.title}
            </span>
            <span>
              {money(invoice.amountMinor, order.currency)} <When at={invoice.at} form="day" />
            </span>
          </li>
        )}
        {appointments.map((one) => (
          <Visit key={one.id} visit={one} order={order} />
        ))}
      </ul>
    </section>
  );
}

type Visited = NonNullable<orders.OrderCardShape['appointments']>[number];

/** A visit at the buyer, and the way to call it off. */
function Visit({ visit, order }: { visit: Visited; order: orders.OrderCardShape }) {
  const { t, i18n } = useLingui();
  const change = useOrderAct(orders.changeAppointment, { order, conversationId: undefined }, noop);
  const off = visit.state === 'called_off';
  const may = !off && order.can.includes('changeAppointment');
  return (
    <li data-off={off || undefined}>
      <span>
        {i18n._(serviceWords[visit.service])}
        {visit.note && ` · ${visit.note}`}
      </span>
      <span>
        {off ? (
          <Word tone="quiet">{t`Called off`}</Word>
        ) : (
          <>
            {visit.date} {i18n._(slotWords[visit.slot])}
          </>
        )}
        {may && (
          <Button
            small
            look="plain"
            busy={change.busy}
            onClick={() => void change.run({ appointmentId: visit.id, state: 'called_off' })}
          >
            {t`Call off`}
          </Button>
        )}
      </span>
      <Refusal refusal={change.refusal} onClose={change.reset} />
    </li>
  );
}

const noop = () => undefined;
