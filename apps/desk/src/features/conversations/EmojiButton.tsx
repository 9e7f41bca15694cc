import { useLingui } from '@lingui/react/macro';
import { Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

const EmojiList = lazy(() => import('./EmojiList.tsx'));

/** Opens the emoji; they are loaded when first wanted. */
export function EmojiButton({
  onPick,
  disabled,
}: {
  onPick: (emoji: string) => void;
  disabled: boolean;
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const pick = (emoji: string) => {
    setOpen(false);
    onPick(emoji);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topRight"
      destroyOnHidden
      content={
        <Suspense fallback={null}>
          <EmojiList onPick={pick} />
        </Suspense>
      }
    >
      <IconButton name={t`Emoji`} disabled={disabled} aria-expanded={open}>
        <Icon name="smile" />
      </IconButton>
    </Popover>
  );
}
