import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { pictureTypes, type usePictures } from '../lib/use-pictures.ts';
import { Button } from './Button.tsx';
import { Refusal } from './Refusal.tsx';

type Pictures = ReturnType<typeof usePictures>;

interface Props {
  readonly pictures: Pictures;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Opens the file chooser for a picture. */
export function PictureButton({ pictures, title, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        small
        busy={pictures.share !== null}
        title={title}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
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
    </>
  );
}

/** Why a picture did not arrive, and another try where one is worth it. */
export function PictureRefusal({ pictures }: { pictures: Pictures }) {
  return (
    <Refusal refusal={pictures.refusal} onClose={pictures.forget}>
      {pictures.retry && (
        <Button small onClick={() => void pictures.retry?.()}>
          <Trans>Try again</Trans>
        </Button>
      )}
    </Refusal>
  );
}
