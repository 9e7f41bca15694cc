import { h } from '../dom.ts';

const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 20V4M5 11l7-7 7 7',
  attach: 'M20 11l-8 8a5 5 0 0 1-7-7l8-8a3 3 0 0 1 5 5l-8 8',
  emoji: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M8 14a4 4 0 0 0 8 0M9 9v.1M15 9v.1',
  orders: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
};

/** A button that shows a drawing; its name is for who cannot see it. */
export const IconButton = (props: {
  icon: keyof typeof paths;
  label: string;
  onClick?: () => void;
  main?: boolean;
  expanded?: boolean;
}) => (
  <button
    type={props.main && 'submit'}
    class={props.main ? 'icon main' : 'icon'}
    aria-expanded={props.expanded}
    title={props.label}
    onClick={props.onClick}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[props.icon]} />
    </svg>
  </button>
);
