import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { Banner } from '../features/teamwork/Banner.tsx';
import { soon } from '../lib/ahead.ts';
import { type Command, useCommands } from '../lib/keys.ts';
import { useSelf } from '../lib/session.tsx';
import { useBell } from './bell.ts';
import { IdleKey } from './IdleKey.tsx';
import { pages } from './pages.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';

const Palette = soon(() => import('./Palette.tsx'));
const KeySheet = soon(() => import('./KeySheet.tsx'));

/** Rail and page; what can be done anywhere: the palette, the sheet of keys, going to another page. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { grants, member } = useSelf();
  useBell(member.id);
  const [, go] = useLocation();
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const commands: Command[] = [
    {
      id: 'palette',
      name: msg`Everything by name`,
      group: msg`Anywhere`,
      key: 'mod+k',
      whileTyping: true,
      keyOnly: true,
      run: () => setOpen('palette'),
    },
    {
      id: 'keys',
      name: msg`All keys`,
      group: msg`Anywhere`,
      key: '?',
      run: () => setOpen('keys'),
    },
    ...pages
      .filter(({ permission }) => !permission || grants[permission])
      .map(({ start, name }) => ({
        id: `go ${start}`,
        name,
        group: msg`Go to`,
        run: () => go(start),
      })),
  ];
  useCommands(commands);
  const close = () => setOpen(undefined);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        {t`Skip to the page`}
      </a>
      <Rail onKeys={() => setOpen('keys')} />
      <div className={styles.middle}>
        <Banner />
        <main id="page" className={styles.page} tabIndex={-1}>
          {children}
        </main>
      </div>
      <IdleKey />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
    </div>
  );
}
