import { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Face } from '../../ui/Face.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './announcements.module.css';
import { refreshAnnouncements } from './announcements.ts';

/** Who has read and confirmed, who has not, and one click that reminds these. */
export function Receipts({ one }: { one: teamwork.AnnouncementShape }) {
  const { t } = useLingui();
  const receipts = useReply(teamwork.listReceipts, { announcementId: one.id });
  const remind = useAct(teamwork.remindReaders, refreshAnnouncements);
  const items = receipts.data?.items;
  const missing = (items ?? []).filter(({ readAt, confirmedAt }) =>
    one.mustConfirm ? !confirmedAt : !readAt,
  ).length;
  return (
    <section className={styles.part} aria-label={t`Who has read it`}>
      <h3>
        {t`Who has read it`}
        {one.readers &&
          ` · ${one.mustConfirm ? t`${one.readers.confirmed} of ${one.readers.all} confirmed` : t`${one.readers.read} of ${one.readers.all} read`}`}
        {one.can.includes('remindReaders') && missing > 0 && (
          <Button
            small
            busy={remind.busy}
            onClick={() => void remind.run({ announcementId: one.id })}
          >
            {t`Remind ${missing} who have not`}
          </Button>
        )}
      </h3>
      <Refusal refusal={receipts.error ?? remind.refusal} />
      {!items && !receipts.error && <Lines count={3} />}
      <ul className={styles.receipts}>
        {items?.map(({ memberId, name, readAt, confirmedAt, remindedAt }) => (
          <li key={memberId}>
            <Face name={name} size={22} />
            <span>{name}</span>
            {confirmedAt ? (
              <Word tone="good">
                {t({ message: 'Confirmed', context: 'receipt' })} <When at={confirmedAt} />
              </Word>
            ) : readAt ? (
              <Word tone={one.mustConfirm ? 'soon' : 'good'}>
                {t({ message: 'Read', context: 'receipt' })} <When at={readAt} />
              </Word>
            ) : (
              <Word tone="quiet">{t({ message: 'Not yet', context: 'receipt' })}</Word>
            )}
            {remindedAt && !confirmedAt && (
              <small>
                {t({ message: 'reminded', context: 'receipt' })} <When at={remindedAt} form="ago" />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
