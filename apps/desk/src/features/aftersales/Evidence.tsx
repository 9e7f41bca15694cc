import { type aftersales, conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { api } from '../../lib/api.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Picture } from '../../ui/Picture.tsx';
import styles from './aftersales.module.css';

type File = aftersales.CaseShape['evidence'][number];

interface Props {
  readonly files: readonly File[];
  readonly size?: number;
  /** How many are shown; the others as a number. */
  readonly most?: number;
  /** False in a row that is a link itself. */
  readonly linked?: boolean;
}

/** What shows that something is wrong: small pictures, each leading to the whole one. */
export function Evidence({ files, size = 56, most = 9, linked = true }: Props) {
  const { t } = useLingui();
  if (files.length === 0) return null;
  const more = files.length - most;
  return (
    <span className={styles.evidence} title={t`Evidence`}>
      {files.slice(0, most).map((file) =>
        linked ? (
          <a
            key={file.fileId}
            href={api.url(conversations.getFile, { fileId: file.fileId })}
            target="_blank"
            rel="noreferrer"
            title={file.name}
          >
            <Thumb file={file} size={size} />
          </a>
        ) : (
          <Thumb key={file.fileId} file={file} size={size} />
        ),
      )}
      {more > 0 && <small>+{more}</small>}
    </span>
  );
}

function Thumb({ file, size }: { file: File; size: number }) {
  if (file.mime.startsWith('image/')) {
    const url = api.url(conversations.getFile, { fileId: file.fileId, size: 'thumbnail' });
    return <Picture url={url} size={size} alt={file.name} />;
  }
  return (
    <span className={styles.paper} style={{ width: size, height: size }}>
      <Icon name="file" size={Math.round(size * 0.45)} />
    </span>
  );
}
