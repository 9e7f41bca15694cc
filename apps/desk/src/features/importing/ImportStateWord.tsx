import type { importing } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type Tone, Word } from '../../ui/Word.tsx';

const words = {
  waiting: msg({ message: 'Waiting', context: 'import' }),
  running: msg({ message: 'Running', context: 'import' }),
  done: msg({ message: 'Done', context: 'import' }),
  failed: msg({ message: 'Failed', context: 'import' }),
  interrupted: msg({ message: 'Interrupted', context: 'import' }),
  cancelled: msg({ message: 'Stopped', context: 'import' }),
};

const tones: Record<keyof typeof words, Tone> = {
  waiting: 'plain',
  running: 'strong',
  done: 'good',
  failed: 'late',
  interrupted: 'soon',
  cancelled: 'quiet',
};

/** How a run stands; and whether it only checked. */
export function ImportStateWord({ run }: { run: importing.ImportShape }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <Word tone={tones[run.state]}>{i18n._(words[run.state])}</Word>
      {run.dryRun && <Word tone="quiet">{t`check only`}</Word>}
    </>
  );
}
