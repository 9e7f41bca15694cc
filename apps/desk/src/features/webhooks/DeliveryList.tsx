import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePages } from '../../lib/pages.ts';
import { refresh } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { DeliveryRow } from './DeliveryRow.tsx';
import { useDeliveryStates } from './states.ts';
import styles from './webhooks.module.css';

type State = 'waiting' | 'delivered' | 'given_up' | 'dropped';

/** The last two weeks of a webhook, newest first. */
export function DeliveryList({ webhookId }: { webhookId: string }) {
  const { t } = useLingui();
  const words = useDeliveryStates();
  const [state, setState] = useState<State>();
  const pages = usePages(webhooks.listWebhookDeliveries, {
    webhookId,
    limit: 50,
    ...(state ? { state } : {}),
  });
  const options = (Object.keys(words) as State[]).map((value) => ({
    value,
    label: words[value].word,
  }));
  return (
    <section aria-label={t`Deliveries`}>
      <div className={styles.log}>
        <h2>{t`Deliveries`}</h2>
        <span>
          <FilterSelect
            name={t({ message: 'State', context: 'webhook' })}
            value={state}
            onChange={(next) => setState(next as State | undefined)}
            options={options}
          />{' '}
          <Button
            small
            onClick={() => refresh(webhooks.listWebhookDeliveries, webhooks.listWebhooks)}
          >
            <Icon name="retry" size={15} />
            {t`Look again`}
          </Button>
        </span>
      </div>
      <PagedRows
        pages={pages}
        label={t`Deliveries`}
        empty={<Empty>{t`Nothing was sent in the last two weeks.`}</Empty>}
        lines={4}
      >
        {(delivery) => <DeliveryRow key={delivery.id} webhookId={webhookId} delivery={delivery} />}
      </PagedRows>
    </section>
  );
}
