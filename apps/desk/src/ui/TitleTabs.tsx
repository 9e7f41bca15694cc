import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import styles from './TitleTabs.module.css';

interface TitleTab {
  readonly href: string;
  readonly name: ReactNode;
  readonly current: boolean;
  /** How many wait there; nothing is shown for none. */
  readonly count?: number | undefined;
}

interface Props {
  /** Name of the page the tabs are parts of. */
  readonly label: string;
  readonly tabs: readonly TitleTab[];
}

/** The parts of a page in the place of its title, each with its own address; the open one reads as the title. */
export function TitleTabs({ label, tabs }: Props) {
  const nav = useRef<HTMLElement>(null);
  const open = tabs.find(({ current }) => current)?.href;
  useEffect(() => {
    const link = open && nav.current?.querySelector('[aria-current]');
    if (link) link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open]);
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
      {tabs.map(({ href, name, current, count }) => (
        <Link key={href} href={href} aria-current={current ? 'page' : undefined}>
          {name}
          {count ? <b>{count > 99 ? '99+' : count}</b> : null}
        </Link>
      ))}
    </nav>
  );
}
