import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useLiveStatus, useTypists, useViewers } from '../../lib/live.ts';
import { Face } from '../../ui/Face.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Company.module.css';
import { useColleagues } from './members.ts';

interface Props {
  readonly conversationId: string;
  readonly memberId: string;
  readonly buyerName: string;
}

/** Who else is here: colleagues who look, colleagues who write (mind them), the buyer who writes. */
export function Company({ conversationId, memberId, buyerName }: Props) {
  const { i18n } = useLingui();
  const typists = useTypists(conversationId);
  const colleagues = useColleagues();
  const nameOf = (id: string | null) => colleagues.get(id ?? '')?.name ?? '';
  const writers = typists.filter(({ kind, id }) => kind === 'member' && id !== memberId);
  const writing = new Set(writers.map(({ id }) => id));
  const looking = useViewers(conversationId).filter(
    (id) => id !== memberId && !writing.has(id) && nameOf(id),
  );
  const names = (ids: readonly (string | null)[]) =>
    new Intl.ListFormat(i18n.locale).format(ids.map(nameOf).filter(Boolean));
  const buyerWrites = typists.some(({ kind }) => kind === 'buyer');
  const writerNames = names(writers.map(({ id }) => id));
  const lookerNames = names(looking);
  return (
    <div className={styles.company} aria-live="polite">
      {writerNames && (
        <span className={styles.writing}>
          <Icon name="alert" size={14} />
          <Trans>{writerNames} is writing here too</Trans>
        </span>
      )}
      {looking.length > 0 && (
        <span className={styles.looking}>
          {looking.slice(0, 3).map((id) => (
            <Face key={id} name={nameOf(id)} size={18} />
          ))}
          <Trans>{lookerNames} is looking too</Trans>
        </span>
      )}
      {buyerWrites && (
        <span className={styles.buyer}>
          <Trans>{buyerName} is writing…</Trans>
        </span>
      )}
    </div>
  );
}

/** Says so when the line is gone for more than a moment. What is written meanwhile is sent on return. */
export function OfflineNotice() {
  const status = useLiveStatus();
  const [late, setLate] = useState(false);
  const gone = status !== 'live';
  useEffect(() => {
    if (!gone) return setLate(false);
    const timer = setTimeout(() => setLate(true), 1500);
    return () => clearTimeout(timer);
  }, [gone]);
  if (!late) return null;
  return (
    <div className={styles.offline} role="status">
      <Icon name="alert" size={15} />
      {status === 'ended' ? (
        <Trans>This tab is no longer connected. Load the page again.</Trans>
      ) : status === 'delayed' ? (
        <Trans>Slow connection: messages arrive delayed.</Trans>
      ) : (
        <Trans>No connection. What you write is kept and sent as soon as it is back.</Trans>
      )}
    </div>
  );
}
