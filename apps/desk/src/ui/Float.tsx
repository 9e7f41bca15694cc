import { type ReactNode, type RefObject, type ToggleEvent, useId, useRef, useState } from 'react';
import styles from './Float.module.css';

/** What a button needs to open the box; it stands in for the button's own click. */
export interface Opener {
  readonly popoverTarget: string;
  readonly 'aria-expanded': boolean;
}

interface Props {
  readonly button: (opener: Opener) => ReactNode;
  /** What floats, drawn while it is open; the hand goes to what is marked `data-first`. */
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
  const after = ({ newState }: ToggleEvent) => {
    setOpen(newState === 'open');
    if (newState === 'open') box.current?.querySelector<HTMLElement>('[data-first]')?.focus();
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
        onToggle={after}
      >
        {open && children(() => box.current?.hidePopover())}
      </div>
    </>
  );
}

/** Puts the box on the side of the button that has more room, their edges in one line, and never out of the window. */
function place({ current: box }: RefObject<HTMLDivElement | null>, button: Element | null): void {
  if (!box || !button) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const above = top + bottom > innerHeight;
  const toLeft = left + right > innerWidth;
  const px = (value: number) => `${Math.round(value)}px`;
  Object.assign(box.style, {
    top: above ? 'auto' : px(bottom + gap),
    bottom: above ? px(innerHeight - top + gap) : 'auto',
    maxHeight: px((above ? top : innerHeight - bottom) - gap - edge),
    // Its own width, not known yet, is 100 % here.
    left: px(toLeft ? right : left),
    translate: toLeft
      ? `max(-100%, ${px(edge - right)})`
      : `min(0px, calc(${px(innerWidth - edge - left)} - 100%))`,
  });
}
