import { outreach } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { More } from '../../ui/More.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { MessageRow } from './MessageRow.tsx';
import { OptOutList } from './OptOutList.tsx';
import styles from './outreach.module.css';
import { channels, states } from './outreach.words.ts';

type State = keyof typeof states;
type Channel = 'chat' | 'sms' | 'mail';

/** Every message nobody typed: those nobody knows about first, then all of them, then who said no. */
export default function MessagesPage() {
  useFresh(['outreach.'], [outreach.listOutreachMessages, outreach.listOptOuts], 800);
  return (
    <div>
      <UnknownFirst />
      <Messages />
      <OptOutList />
    </div>
  );
}

function UnknownFirst() {
  const { t } = useLingui();
  const pages = usePages(outreach.listOutreachMessages, { state: 'unknown', limit: 20 });
  if (!pages.items || pages.items.length === 0) return null;
  return (
    <section className={styles.open} aria-label={t`Nobody knows whether these arrived`}>
      <h2>{t`Nobody knows whether these arrived`}</h2>
      <Rows label={t`Nobody knows whether these arrived`}>
        {pages.items.map((message) => (
          <MessageRow key={message.id} message={message} toDo />
        ))}
      </Rows>
      <More pages={pages} small />
    </section>
  );
}

function Messages() {
  const { t, i18n } = useLingui();
  const [q, setQ] = useState('');
  const [state, setState] = useState<State>();
  const [channel, setChannel] = useState<Channel>();
  const pages = usePages(outreach.listOutreachMessages, {
    limit: 50,
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(channel ? { channel } : {}),
  });
  const showAll = () => {
    setQ('');
    setState(undefined);
    setChannel(undefined);
  };
  const narrowed = q !== '' || state !== undefined || channel !== undefined;
  return (
    <section aria-label={t`Automatic messages`}>
      <div className={styles.bar}>
        <SearchBox value={q} onSearch={setQ} placeholder={t`Order number or buyer`} />
        <FilterSelect
          name={t({ message: 'State', context: 'outreach' })}
          value={state}
          onChange={(next) => setState(next as State | undefined)}
          options={(Object.keys(states) as State[]).map((value) => ({
            value,
            label: i18n._(states[value].word),
          }))}
        />
        <FilterSelect
          name={t({ message: 'Channel', context: 'outreach' })}
          value={channel}
          onChange={(next) => setChannel(next as Channel | undefined)}
          options={(['chat', 'sms', 'mail'] as const).map((value) => ({
            value,
            label: i18n._(channels[value]),
          }))}
        />
      </div>
      <PagedRows
        pages={pages}
        label={t`Automatic messages`}
        empty={
          narrowed ? (
            <Empty act={<Button onClick={showAll}>{t`Show all`}</Button>}>{t`Nothing fits.`}</Empty>
          ) : (
            <Nothing />
          )
        }
      >
        {(message) => <MessageRow key={message.id} message={message} />}
      </PagedRows>
    </section>
  );
}

function Nothing() {
  const { t } = useLingui();
  const may = useMay('gateways.manage');
  return (
    <Empty
      act={may && <Link href="/settings/message-gateways">{t`Set up text messages and mail`}</Link>}
    >
      <Trans>
        Here is everything that is sent to buyers by rules: what is planned, what arrived, what was
        left out and why.
      </Trans>
    </Empty>
  );
}
