import { conversations } from '@guitai/contract';
import { api } from '../../lib/api.ts';
import { fileSize } from '../../lib/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Message.module.css';

type StoredFile = conversations.StoredFile;

const widest = 260;
const tallest = 320;

/** Box of a picture before its bytes are here, so that nothing jumps when they come. */
function boxOf({ width, height }: StoredFile): { width: number; height: number } {
  const [w, h] = [width ?? widest, height ?? widest];
  const scale = Math.min(1, widest / w, tallest / h);
  return {
    width: Math.max(40, Math.round(w * scale)),
    height: Math.max(40, Math.round(h * scale)),
  };
}

/** A picture shown small, or a file to download. */
export function FileMessage({ file }: { file: StoredFile }) {
  const href = api.url(conversations.getFile, { fileId: file.id });
  if (file.mime.startsWith('image/')) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" className={styles.picture}>
        <img
          {...boxOf(file)}
          src={api.url(conversations.getFile, { fileId: file.id, size: 'thumbnail' })}
          alt={file.name}
          loading="lazy"
          decoding="async"
        />
      </a>
    );
  }
  return (
    <a href={href} download={file.name} className={styles.file}>
      <Icon name="file" size={22} />
      <span>
        <b>{file.name}</b>
        <small>{fileSize(file.size)}</small>
      </span>
    </a>
  );
}
