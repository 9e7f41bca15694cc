import { teamwork } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { AnnouncementManner } from './AnnouncementManner.tsx';
import { AnnouncementPictures } from './AnnouncementPictures.tsx';
import { AnnouncementText } from './AnnouncementText.tsx';
import { AudienceField } from './AudienceField.tsx';
import {
  type AnnouncementDraft,
  draftOf,
  isAhead,
  isComplete,
  wishOf,
} from './announcement.draft.ts';
import { refreshAnnouncements } from './announcements.ts';

interface Props {
  /** Absent: a new one. */
  readonly one?: teamwork.AnnouncementShape;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Writing an announcement: whom it is for, when, whether it must be confirmed. */
export default function AnnouncementForm({ one, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(useStart(one));
  const set = (part: Partial<AnnouncementDraft>) => setDraft((now) => ({ ...now, ...part }));
  const [lost, setLost] = useState<ProblemError | null>(null);
  const { keep, busy, refusal } = useKeep(one, onDone);
  const act = one ? t`Save as a new version` : draft.publishAt ? t`Schedule` : t`Publish now`;
  return (
    <Dialog
      title={one ? t`Change the announcement` : t`New announcement`}
      onClose={onClose}
      width={640}
    >
      {(close) => (
        <DialogForm
          act={act}
          busy={busy}
          possible={isComplete(draft)}
          onSubmit={async () => {
            if (await keep(draft)) close();
          }}
          onCancel={close}
        >
          <Field label={t({ message: 'Title', context: 'announcement' })} width={590}>
            {(props) => (
              <Input
                {...props}
                autoFocus
                maxLength={120}
                value={draft.title}
                onChange={({ target }) => set({ title: target.value })}
              />
            )}
          </Field>
          <AnnouncementText value={draft.text} onChange={(text) => set({ text })} />
          <AnnouncementPictures
            value={draft.pictureIds}
            onChange={(pictureIds) => set({ pictureIds })}
            onLost={setLost}
          />
          <AudienceField value={draft.audience} onChange={(audience) => set({ audience })} />
          <AnnouncementManner one={one} draft={draft} set={set} />
          <Refusal refusal={lost ?? refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}

/** What the form begins with; who may not publish for all begins with all their shops. */
function useStart(one: teamwork.AnnouncementShape | undefined): AnnouncementDraft {
  const { shops, grants } = useSelf();
  const everywhere = grants['announcements.publish'] === 'all';
  return draftOf(
    one,
    everywhere ? { kind: 'all' } : { kind: 'shops', shopIds: shops.map(({ id }) => id) },
  );
}

/** Publishes a new one, or a new version of `one`. */
function useKeep(one: teamwork.AnnouncementShape | undefined, onDone: (id: string) => void) {
  const done = ({ id }: { id: string }) => {
    refreshAnnouncements();
    onDone(id);
  };
  const create = useAct(teamwork.createAnnouncement, done);
  const update = useAct(teamwork.updateAnnouncement, done);
  const keep = (draft: AnnouncementDraft) => {
    const wish = wishOf(draft, isAhead(one));
    if (!one) return create.run(wish);
    return update.run({
      ...wish,
      announcementId: one.id,
      version: one.version,
      again: draft.again,
    });
  };
  return {
    keep,
    busy: create.busy || update.busy,
    refusal: create.refusal ?? update.refusal,
  };
}
