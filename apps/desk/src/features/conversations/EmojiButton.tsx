import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { soon } from '../../lib/ahead.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Float } from '../../ui/Float.tsx';
import { Icon } from '../../ui/Icon.tsx';

const EmojiList = soon(() => import('./EmojiList.tsx'));

/** Opens the emoji; they are loaded when first wanted. */
export function EmojiButton({
  onPick,
  disabled,
}: {
  onPick: (emoji: string) => void;
  disabled: boolean;
}) {
  const { t } = useLingui();
  return (
    <Float
      button={(opener) => (
        <IconButton name={t`Emoji`} disabled={disabled} {...opener}>
          <Icon name="smile" />
        </IconButton>
      )}
    >
      {(close) => (
        <Suspense fallback={null}>
          <EmojiList
            onPick={(emoji) => {
              close();
              onPick(emoji);
            }}
          />
        </Suspense>
      )}
    </Float>
  );
}
