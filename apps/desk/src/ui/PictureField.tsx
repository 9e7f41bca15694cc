import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { pictureTypes, type usePictures } from '../lib/use-pictures.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Picture } from './Picture.tsx';
import styles from './PictureField.module.css';
import { Refusal } from './Refusal.tsx';

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
  const input = useRef<HTMLInputElement>(null);
  const [removed, setRemoved] = useState(false);
  const busy = pictures.share !== null;
  const percent = Math.round((pictures.share ?? 0) * 100);
  return (
    <fieldset className={styles.field} aria-label={t`Picture`}>
      <legend>{t`Picture`}</legend>
      <div className={styles.row}>
        <Picture url={url} size={72} alt={url && t`Picture`} />
        <div className={styles.acts}>
          <Button small busy={busy} onClick={() => input.current?.click()}>
            <Icon name="picture" size={14} />
            {url ? t`Another picture` : t`Choose a picture`}
          </Button>
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
      <Refusal refusal={pictures.refusal} onClose={pictures.forget}>
        {pictures.retry && (
          <Button small onClick={() => void pictures.retry?.()}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Refusal>
      {children}
      <input
        ref={input}
        type="file"
        hidden
        accept={pictureTypes}
        onChange={({ target }) => {
          pictures.add(target.files ?? []);
          target.value = '';
        }}
      />
    </fieldset>
  );
}
