import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { usePictures } from '../../lib/use-pictures.ts';
import { Field } from '../../ui/Field.tsx';
import { PictureField } from '../../ui/PictureField.tsx';
import type { Draft } from './entry.draft.ts';

interface Props {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly pictures: ReturnType<typeof usePictures>;
}

/** The picture of an entry: uploaded, or named by its address. */
export function EntryPicture({ draft, change, pictures }: Props) {
  const { t } = useLingui();
  const { pictureId, pictureUrl } = draft;
  const [before, setBefore] = useState({ pictureId, pictureUrl });
  return (
    <PictureField
      pictures={pictures}
      url={pictureUrl}
      onRemove={() => {
        setBefore({ pictureId, pictureUrl });
        change({ pictureId: null, pictureUrl: '' });
      }}
      onUndo={() => change(before)}
    >
      {pictureId === null && (
        <Field label={t`Address of a picture`} width={640}>
          {(props) => (
            <input
              {...props}
              type="url"
              maxLength={2000}
              value={pictureUrl}
              onChange={({ target }) => change({ pictureUrl: target.value })}
            />
          )}
        </Field>
      )}
    </PictureField>
  );
}
