import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import styles from './DropZone.module.css';

interface Props {
  readonly possible: boolean;
  readonly onFiles: (files: Iterable<File>) => void;
  /** Said while something is held above it. */
  readonly words: ReactNode;
  /** What is pasted anywhere inside is taken as well. */
  readonly pastes?: boolean;
  readonly children: ReactNode;
}

/** Files may be dropped here. */
export function DropZone({ possible, onFiles, words, pastes = false, children }: Props) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => possible && event.dataTransfer.types.includes('Files');
  const onPaste = (event: ClipboardEvent) => {
    if (!possible || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={styles.zone}
      {...(pastes ? { onPaste } : {})}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      }}
    >
      {children}
      {over && <div className={styles.drop}>{words}</div>}
    </div>
  );
}
