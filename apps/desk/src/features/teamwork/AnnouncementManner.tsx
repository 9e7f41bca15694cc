import type { teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { type AnnouncementDraft, isAhead, zone } from './announcement.draft.ts';
import styles from './announcements.module.css';

interface Props {
  readonly one: teamwork.AnnouncementShape | undefined;
  readonly draft: AnnouncementDraft;
  readonly set: (part: Partial<AnnouncementDraft>) => void;
}

/** How an announcement goes out: how much it presses, from when until when. */
export function AnnouncementManner(props: Props) {
  return (
    <>
      <Weight {...props} />
      <Times {...props} />
    </>
  );
}

function Weight({ one, draft, set }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.checks}>
      <Checkbox
        checked={draft.mustConfirm}
        onChange={({ target }) => set({ mustConfirm: target.checked })}
      >
        {t`Everybody must confirm it`}
      </Checkbox>
      <Checkbox checked={draft.urgent} onChange={({ target }) => set({ urgent: target.checked })}>
        {t`Urgent: rings in quiet hours too`}
      </Checkbox>
      {one?.state === 'published' && (
        <Checkbox checked={draft.again} onChange={({ target }) => set({ again: target.checked })}>
          {t`Important change: all read and confirm anew`}
        </Checkbox>
      )}
    </div>
  );
}

function Times({ one, draft, set }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.times}>
      {isAhead(one) && (
        <Field
          label={t({ message: 'Publish at', context: 'announcement' })}
          hint={t`Empty: at once. ${zone}`}
        >
          {(props) => (
            <input
              {...props}
              type="datetime-local"
              value={draft.publishAt}
              onChange={({ target }) => set({ publishAt: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={t({ message: 'Ends at', context: 'announcement' })} hint={t`Empty: never.`}>
        {(props) => (
          <input
            {...props}
            type="datetime-local"
            value={draft.expiresAt}
            onChange={({ target }) => set({ expiresAt: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
