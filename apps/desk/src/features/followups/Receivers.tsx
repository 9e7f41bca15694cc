import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { count } from '../../lib/format.ts';
import { useAct } from '../../lib/query.ts';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './followups.module.css';

interface Props {
  readonly shopId: string;
  readonly greetingKey: string;
  readonly audience: followups.GreetingAudienceShape;
}

type Preview = Awaited<
  ReturnType<ReturnType<typeof useAct<typeof followups.previewGreeting>>['run']>
>;

/** Who would get it, in numbers, and the first of them by name. */
export function Receivers({ shopId, greetingKey: key, audience }: Props) {
  const { t } = useLingui();
  const [preview, setPreview] = useState<Preview>();
  const ask = useAct(followups.previewGreeting, setPreview);
  const asked = JSON.stringify(audience);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the audience changes
  useEffect(() => {
    const timer = setTimeout(() => void ask.run({ shopId, key, audience }), 300);
    return () => clearTimeout(timer);
  }, [asked]);
  if (ask.refusal) return <Refusal refusal={ask.refusal} />;
  if (!preview) return <Lines count={2} />;
  const against: [string, number][] = [
    [t`blocked`, preview.blocked],
    [t({ message: 'opted out', context: 'greeting' }), preview.optedOut],
    [t`no way to reach them`, preview.unreachable],
    [t`got it already`, preview.had],
  ];
  return (
    <div className={styles.preview} role="status">
      <p>
        <b>{count(preview.receive)}</b> {t`would get it, of ${count(preview.chosen)} who fit`}
      </p>
      <p className={styles.soft}>
        {against
          .filter(([, n]) => n > 0)
          .map(([word, n]) => `${word} ${count(n)}`)
          .join(' · ')}
      </p>
      {preview.some.length > 0 && (
        <p className={styles.soft}>
          {preview.some.map(({ name }) => name || t`Visitor without a name`).join('、')}
        </p>
      )}
    </div>
  );
}
