import type { access } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import { TitleTabs } from '../../ui/TitleTabs.tsx';

const parts = [
  { href: '/library/scripts', name: msg`Scripts`, permission: 'scripts.read' },
  { href: '/library/knowledge', name: msg`Knowledge`, permission: 'knowledge.read' },
  { href: '/library/synonyms', name: msg`Synonyms`, permission: 'catalog.read' },
] as const satisfies readonly { permission: access.Permission; [more: string]: unknown }[];

/** The pages of the library, one rail entry. */
export function LibraryTabs({ here }: { here: (typeof parts)[number]['href'] }) {
  const { t, i18n } = useLingui();
  const { grants } = useSelf();
  const tabs = parts
    .filter(({ permission }) => grants[permission])
    .map(({ href, name }) => ({ href, name: i18n._(name), current: href === here }));
  return <TitleTabs label={t`Library`} tabs={tabs} />;
}
