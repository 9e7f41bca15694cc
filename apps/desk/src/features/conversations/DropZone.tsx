import { Trans } from '@lingui/react/macro';
import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './Composer.module.css';

interface Props {
  readonly possible: boolean;
  readonly onFiles: (files: Iterable<File>) => void;
  readonly children: ReactNode;
}

/** Files may be dropped here. */
export function DropZone({ possible, onFiles, children }: Props) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => possible && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={styles.zone}
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
      {over && (
        <div className={styles.drop}>
          <Trans>Drop to send</Trans>
        </div>
      )}
    </div>
  );
}
