import { type ReactNode, type RefObject, type ToggleEvent, useId, useRef, useState } from 'react';
import styles from './Float.module.css';

/** What a button needs to open the box; it stands in for the button's own click. */
export interface Opener {
  readonly popoverTarget: string;
  readonly 'aria-expanded': boolean;
}

interface Props {
  readonly button: (opener: Opener) => ReactNode;
  /** What floats; drawn while it is open. */
  readonly children: (close: () => void) => ReactNode;
}

const gap = 4;
const edge = 8;

/** A button and what floats beside it, where there is room; Escape or a click elsewhere closes it, the browser's own way. */
export function Float({ button, children }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const before = ({ newState }: ToggleEvent) => {
    if (newState !== 'open') return;
    place(box, document.querySelector(`[popovertarget="${CSS.escape(id)}"]`));
    setOpen(true);
  };
  return (
    <>
      {button({ popoverTarget: id, 'aria-expanded': open })}
      <div
        ref={box}
        id={id}
        popover="auto"
        className={styles.box}
        onBeforeToggle={before}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}

/** Puts the box on the side of the button that has more room, their edges in one line. */
function place({ current: box }: RefObject<HTMLDivElement | null>, button: Element | null): void {
  if (!box || !button) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const above = top + bottom > innerHeight;
  const toLeft = left + right > innerWidth;
  const px = (value: number) => `${Math.max(edge, Math.round(value))}px`;
  Object.assign(box.style, {
    top: above ? 'auto' : px(bottom + gap),
    bottom: above ? px(innerHeight - top + gap) : 'auto',
    left: toLeft ? 'auto' : px(left),
    right: toLeft ? px(innerWidth - right) : 'auto',
    maxHeight: px((above ? top : innerHeight - bottom) - gap - edge),
  });
}
