import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';
import { type Connection, stateNames } from './connector.words.ts';

/** How a platform is. */
export function StateWord({ connection }: { connection: Connection }) {
  const { t, i18n } = useLingui();
  if (!connection.enabled) return <Word tone="quiet">{t`Switched off`}</Word>;
  const tone = connection.state === 'ok' ? 'good' : connection.state === 'new' ? 'quiet' : 'late';
  return <Word tone={tone}>{i18n._(stateNames[connection.state])}</Word>;
}
