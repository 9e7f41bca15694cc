import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { usePictures } from '../lib/use-pictures.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Picture } from './Picture.tsx';
import { PictureButton, PictureRefusal } from './PictureButton.tsx';
import styles from './PictureField.module.css';

interface Props {
  readonly pictures: ReturnType<typeof usePictures>;
  /** Address of the picture that stands here; empty: none. */
  readonly url: string;
  readonly onRemove: () => void;
  /** Puts back what was removed last. */
  readonly onUndo: () => void;
  /** Other ways to a picture. */
  readonly children?: ReactNode;
}

/** One picture: chosen, pasted or dropped; seen, removed, and put back. */
export function PictureField({ pictures, url, onRemove, onUndo, children }: Props) {
  const { t } = useLingui();
  const [removed, setRemoved] = useState(false);
  const busy = pictures.share !== null;
  const percent = Math.round((pictures.share ?? 0) * 100);
  return (
    <fieldset className={styles.field} aria-label={t`Picture`}>
      <legend>{t`Picture`}</legend>
      <div className={styles.row}>
        <Picture url={url} size={72} alt={url && t`Picture`} />
        <div className={styles.acts}>
          <PictureButton pictures={pictures}>
            <Icon name="picture" size={14} />
            {url ? t`Another picture` : t`Choose a picture`}
          </PictureButton>
          {url && (
            <Button
              small
              look="plain"
              onClick={() => {
                setRemoved(true);
                onRemove();
              }}
            >
              <Trans>Remove</Trans>
            </Button>
          )}
          {removed && !url && (
            <Button
              small
              look="plain"
              onClick={() => {
                setRemoved(false);
                onUndo();
              }}
            >
              <Icon name="undo" size={14} />
              <Trans>Undo</Trans>
            </Button>
          )}
          <small role="status">
            {busy ? t`${percent}% uploaded` : t`Or paste it, or drop it here.`}
          </small>
        </div>
      </div>
      <PictureRefusal pictures={pictures} />
      {children}
    </fieldset>
  );
}
