import { access, type InputOf, teamwork } from '@guitai/contract';
import { isProblem, type ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './announcements.module.css';
import { refreshAnnouncements } from './announcements.ts';
import { fromField, toField } from './due.ts';
import { RichText } from './RichText.tsx';

type Wish = InputOf<typeof teamwork.createAnnouncement>;

interface Props {
  /** Absent: a new one. */
  readonly one?: teamwork.AnnouncementShape;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Writing an announcement: whom it is for, when, whether it must be confirmed. */
export default function AnnouncementForm({ one, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { shops, grants } = useSelf();
  const everywhere = grants['announcements.publish'] === 'all';
  const [title, setTitle] = useState(one?.title ?? '');
  const [text, setText] = useState(one?.text ?? '');
  const [audience, setAudience] = useState<teamwork.AudienceShape>(
    one?.audience ??
      (everywhere ? { kind: 'all' } : { kind: 'shops', shopIds: shops.map(({ id }) => id) }),
  );
  const [mustConfirm, setMustConfirm] = useState(one?.mustConfirm ?? false);
  const [urgent, setUrgent] = useState(one?.urgent ?? false);
  const [again, setAgain] = useState(false);
  const [publishAt, setPublishAt] = useState(
    one?.state === 'scheduled' ? toField(one.publishAt, zone) : '',
  );
  const [expiresAt, setExpiresAt] = useState(toField(one?.expiresAt ?? null, zone));
  const [pictures, setPictures] = useState<readonly string[]>(one?.pictureIds ?? []);
  const [look, setLook] = useState<'write' | 'see'>('write');
  const [lost, setLost] = useState<ProblemError | null>(null);
  const done = ({ id }: { id: string }) => {
    refreshAnnouncements();
    onDone(id);
  };
  const create = useAct(teamwork.createAnnouncement, done);
  const update = useAct(teamwork.updateAnnouncement, done);
  const fresh = !one || one.state === 'scheduled';
  const submit = async (close: () => void) => {
    const wish: Wish = {
      title: title.trim(),
      text,
      audience,
      mustConfirm,
      urgent,
      pictureIds: [...pictures],
      expiresAt: fromField(expiresAt, zone),
      ...(fresh ? { publishAt: fromField(publishAt, zone) } : {}),
    };
    const kept = one
      ? await update.run({ ...wish, announcementId: one.id, version: one.version, again })
      : await create.run(wish);
    if (kept) close();
  };
  const addPicture = async (file: File | undefined) => {
    if (!file) return;
    setLost(null);
    try {
      const { id } = await api.upload(teamwork.uploadAnnouncementPicture, {}, file);
      setPictures([...pictures, id]);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setLost(error);
    }
  };
  const kinds = everywhere ? (['all', 'shops', 'roles'] as const) : (['shops'] as const);
  const kindWords = {
    all: t({ message: 'Everybody', context: 'audience' }),
    shops: t({ message: 'Shops', context: 'audience' }),
    roles: t({ message: 'Roles', context: 'audience' }),
  };
  const roleWords: Record<access.RoleName, string> = {
    owner: t({ message: 'Owner', context: 'role' }),
    lead: t({ message: 'Lead', context: 'role' }),
    agent: t({ message: 'Agent', context: 'role' }),
    observer: t({ message: 'Observer', context: 'role' }),
  };
  const startOf = (kind: 'all' | 'shops' | 'roles'): teamwork.AudienceShape => {
    if (kind === 'all') return { kind };
    return kind === 'shops'
      ? { kind, shopIds: shops.slice(0, 1).map(({ id }) => id) }
      : { kind, roles: ['agent'] };
  };
  return (
    <Dialog
      title={one ? t`Change the announcement` : t`New announcement`}
      onClose={onClose}
      width={640}
    >
      {(close) => (
        <DialogForm
          act={one ? t`Save as a new version` : publishAt ? t`Schedule` : t`Publish now`}
          busy={create.busy || update.busy}
          possible={
            title.trim() !== '' && (audience.kind !== 'shops' || audience.shopIds.length > 0)
          }
          onSubmit={() => void submit(close)}
          onCancel={close}
        >
          <Field label={t({ message: 'Title', context: 'announcement' })} width={590}>
            {(props) => (
              <Input
                {...props}
                autoFocus
                maxLength={120}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <Field
            label={t({ message: 'Text', context: 'announcement' })}
            width={590}
            hint={t`**strong**, # heading, - list, links`}
            aside={
              <Segmented
                size="small"
                value={look}
                onChange={setLook}
                options={[
                  { value: 'write', label: t({ message: 'Write', context: 'announcement' }) },
                  { value: 'see', label: t({ message: 'Preview', context: 'announcement' }) },
                ]}
              />
            }
          >
            {(props) =>
              look === 'see' ? (
                <RichText text={text} />
              ) : (
                <Input.TextArea
                  {...props}
                  autoSize={{ minRows: 4, maxRows: 14 }}
                  maxLength={20_000}
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                />
              )
            }
          </Field>
          <div className={styles.pictures}>
            {pictures.map((pictureId) => (
              <span key={pictureId}>
                <img alt="" src={api.url(teamwork.getAnnouncementPicture, { pictureId })} />
                <IconButton
                  name={t`Remove the picture`}
                  onClick={() => setPictures(pictures.filter((id) => id !== pictureId))}
                >
                  <Icon name="close" size={12} />
                </IconButton>
              </span>
            ))}
            <label className={styles.add}>
              <Icon name="picture" size={16} />
              {t`Add a picture`}
              <input
                type="file"
                accept="image/*"
                className="unseen"
                onChange={({ target }) => {
                  void addPicture(target.files?.[0]);
                  target.value = '';
                }}
              />
            </label>
          </div>
          <Field label={t({ message: 'For', context: 'announcement' })} width={590}>
            {({ id }) => (
              <div className={styles.audience}>
                {kinds.length > 1 && (
                  <Segmented
                    value={audience.kind}
                    onChange={(kind) => setAudience(startOf(kind))}
                    options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
                  />
                )}
                {audience.kind === 'shops' && (
                  <Select
                    id={id}
                    mode="multiple"
                    style={{ minWidth: 240 }}
                    aria-label={kindWords.shops}
                    value={audience.shopIds}
                    onChange={(shopIds) => setAudience({ kind: 'shops', shopIds })}
                    options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
                  />
                )}
                {audience.kind === 'roles' && (
                  <Checkbox.Group
                    value={audience.roles}
                    onChange={(roles) =>
                      roles.length > 0 &&
                      setAudience({ kind: 'roles', roles: roles as access.RoleName[] })
                    }
                    options={access.roleNames.map((value) => ({ value, label: roleWords[value] }))}
                  />
                )}
              </div>
            )}
          </Field>
          <div className={styles.checks}>
            <Checkbox
              checked={mustConfirm}
              onChange={({ target }) => setMustConfirm(target.checked)}
            >
              {t`Everybody must confirm it`}
            </Checkbox>
            <Checkbox checked={urgent} onChange={({ target }) => setUrgent(target.checked)}>
              {t`Urgent: rings in quiet hours too`}
            </Checkbox>
            {one?.state === 'published' && (
              <Checkbox checked={again} onChange={({ target }) => setAgain(target.checked)}>
                {t`Important change: all read and confirm anew`}
              </Checkbox>
            )}
          </div>
          <div className={styles.times}>
            {fresh && (
              <Field
                label={t({ message: 'Publish at', context: 'announcement' })}
                hint={t`Empty: at once. ${zone}`}
              >
                {(props) => (
                  <input
                    {...props}
                    type="datetime-local"
                    value={publishAt}
                    onChange={({ target }) => setPublishAt(target.value)}
                  />
                )}
              </Field>
            )}
            <Field
              label={t({ message: 'Ends at', context: 'announcement' })}
              hint={t`Empty: never.`}
            >
              {(props) => (
                <input
                  {...props}
                  type="datetime-local"
                  value={expiresAt}
                  onChange={({ target }) => setExpiresAt(target.value)}
                />
              )}
            </Field>
          </div>
          <Refusal refusal={lost ?? create.refusal ?? update.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
