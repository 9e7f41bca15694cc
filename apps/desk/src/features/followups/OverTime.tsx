import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, day as dayText } from '../../lib/format.ts';
import { Legend } from '../../ui/Legend.tsx';
import { Plot } from '../../ui/Plot.tsx';
import { stageNames } from './followup.words.ts';
import styles from './followups.module.css';

type Step = followups.FollowupStepShape;

interface Props {
  readonly steps: readonly Step[];
  /** A stretch of time was chosen: whom it was about. */
  readonly onOpen: (step: Step) => void;
}

const stages = ['contacted', 'replied', 'ordered', 'paid'] as const;
/** What is drawn, one inside the other. */
const drawn = ['contacted', 'replied', 'paid'] as const;
const [height, bottom, top] = [200, 22, 18];

/** Contacts over time, and how far they came: each bar holds those that went on. */
export function OverTime({ steps, onOpen }: Props) {
  const { t, i18n } = useLingui();
  const most = Math.max(...steps.map(({ contacted }) => contacted), 1);
  const tall = (n: number) => ((height - bottom - top) * n) / most;
  const named = ({ day, weeks }: Step) =>
    weeks ? t`week of ${dayText(`${day}T12:00:00`)}` : dayText(`${day}T12:00:00`);
  const reading = (at: number) => {
    const step = steps[at];
    if (!step) return '';
    const parts = stages.map((stage) => `${i18n._(stageNames[stage])} ${count(step[stage])}`);
    return [named(step), ...parts].join(' · ');
  };
  const edge = (step: Step | undefined) => (step ? named(step) : '');
  return (
    <Plot
      title={t`Contacts over time`}
      label={t`Contacts over time`}
      steps={steps.length}
      reading={reading}
      hint={t`Arrow keys walk, Enter shows whom`}
      most={count(most)}
      first={edge(steps[0])}
      last={edge(steps.at(-1))}
      onOpen={(at) => {
        const step = steps[at];
        if (step && step.contacted > 0) onOpen(step);
      }}
      legend={<Legend marks={drawn.map((mark) => ({ mark, words: i18n._(stageNames[mark]) }))} />}
    >
      {(at) => (
        <svg
          viewBox={`0 0 ${steps.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {at !== undefined && (
            <rect className={styles.lit} x={at} y={0} width={1} height={height - bottom} />
          )}
          <line
            className={styles.axis}
            x1={0}
            x2={steps.length}
            y1={height - bottom}
            y2={height - bottom}
            vectorEffect="non-scaling-stroke"
          />
          {steps.map((step, x) =>
            drawn.map((stage) => (
              <rect
                key={`${step.day} ${stage}`}
                data-mark={stage}
                x={x + 0.14}
                y={height - bottom - tall(step[stage])}
                width={0.72}
                height={tall(step[stage])}
              />
            )),
          )}
        </svg>
      )}
    </Plot>
  );
}
