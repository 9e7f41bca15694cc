import type { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';

type Asked = Extract<conversations.Card, { type: 'orderCheck' }>['state'];

/** What has become of a question to the buyer. */
export function CheckState({ state }: { state: Asked }) {
  const { t } = useLingui();
  switch (state) {
    case 'asked':
      return <Word>{t`Asked`}</Word>;
    case 'confirmed':
      return <Word tone="good">{t`Confirmed`}</Word>;
    case 'change_wanted':
      return <Word tone="soon">{t`Change wanted`}</Word>;
    case 'withdrawn':
      return <Word tone="quiet">{t`Taken back`}</Word>;
    case 'outdated':
      return <Word tone="quiet">{t`The order changed since`}</Word>;
    default:
      return null;
  }
}
