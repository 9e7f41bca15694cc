import { teamwork } from '@guitai/contract';
import { isProblem, type ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { api } from '../../lib/api.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './announcements.module.css';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (pictureIds: readonly string[]) => void;
  /** Why a picture did not arrive; null as soon as another one is on its way. */
  readonly onLost: (problem: ProblemError | null) => void;
}

/** Pictures of an announcement: added and taken away. */
export function AnnouncementPictures({ value, onChange, onLost }: Props) {
  const { t } = useLingui();
  const add = async (file: File | undefined) => {
    if (!file) return;
    onLost(null);
    try {
      const { id } = await api.upload(teamwork.uploadAnnouncementPicture, {}, file);
      onChange([...value, id]);
    } catch (error) {
      if (!isProblem(error)) throw error;
      onLost(error);
    }
  };
  return (
    <div className={styles.pictures}>
      {value.map((pictureId) => (
        <span key={pictureId}>
          <img alt="" src={api.url(teamwork.getAnnouncementPicture, { pictureId })} />
          <IconButton
            name={t`Remove the picture`}
            onClick={() => onChange(value.filter((id) => id !== pictureId))}
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
            void add(target.files?.[0]);
            target.value = '';
          }}
        />
      </label>
    </div>
  );
}
