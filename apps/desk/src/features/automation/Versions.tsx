import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './automation.module.css';
import { RuleSentence } from './RuleSentence.tsx';

/** What a rule was before, and who changed it. */
export function Versions({ ruleId }: { ruleId: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(automation.listRuleVersions, { ruleId });
  if (error) return <Refusal refusal={error} />;
  if (!data || data.items.length < 2) return null;
  return (
    <details className={styles.versions}>
      <summary>{t`Versions`}</summary>
      <ul>
        {data.items.map(({ version, byName, at, definition }) => (
          <li key={version}>
            <strong>{version}</strong> {byName} <When at={at} />
            <p>
              <RuleSentence definition={definition} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
