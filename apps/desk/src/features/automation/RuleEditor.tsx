import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { AgainClause } from './AgainClause.tsx';
import styles from './automation.module.css';
import { ConditionGroup } from './ConditionGroup.tsx';
import { useRuleName } from './RuleRow.tsx';
import { blank, type Definition, isKeepable } from './rule.rules.ts';
import { ThenClause } from './ThenClause.tsx';
import { Trial } from './Trial.tsx';
import { Versions } from './Versions.tsx';
import { WhenClause } from './WhenClause.tsx';

export type Choices = Readonly<Record<string, readonly { value: string; label: string }[]>>;

interface Props {
  readonly shopId: string;
  /** Absent: a new one. */
  readonly rule?: automation.Rule;
  readonly choices: Choices;
  readonly people: readonly { readonly value: string; readonly label: string }[];
}

/** A rule that reads like a sentence: when, after which time, if, then. */
export function RuleEditor({ shopId, rule, choices, people }: Props) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const shownName = useRuleName();
  const [name, setName] = useState(rule ? shownName(rule) : '');
  const [definition, setDefinition] = useState<Definition>(rule?.definition ?? blank);
  const [trying, setTrying] = useState(false);
  const back = `/marketing/care?shop=${shopId}`;
  const kept = () => {
    refresh(automation.listRules, automation.listRuleVersions);
    go(back);
  };
  const create = useAct(automation.createRule, kept);
  const update = useAct(automation.updateRule, kept);
  const remove = useAct(automation.removeRule, kept);
  const reset = useAct(automation.resetRule, kept);
  const readOnly = rule !== undefined && !rule.can.includes('updateRule');
  const set = (part: Partial<Definition>) => setDefinition({ ...definition, ...part });
  const keep = () =>
    rule
      ? update.run({ ruleId: rule.id, name, definition, expectedVersion: rule.version })
      : create.run({ shopId, name, definition });
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Input
        aria-label={t`Name of the rule`}
        placeholder={t`Name of the rule`}
        className={styles.title}
        autoFocus={!rule}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset disabled={readOnly} className={styles.sentence}>
        <WhenClause definition={definition} onChange={set} />
        <div className={styles.clause}>
          <span>{t({ message: 'If', context: 'rule' })}</span>
          <ConditionGroup
            group={definition.conditions}
            choices={choices}
            onChange={(conditions) => set({ conditions: conditions as Definition['conditions'] })}
          />
        </div>
        <ThenClause definition={definition} onChange={set} people={people} shopId={shopId} />
        <AgainClause definition={definition} onChange={set} />
      </fieldset>
      <Refusal refusal={create.refusal ?? update.refusal ?? remove.refusal ?? reset.refusal} />
      <footer className={styles.foot}>
        {rule?.can.includes('removeRule') && (
          <Button
            look="plain"
            busy={remove.busy}
            onClick={() => void remove.run({ ruleId: rule.id })}
          >
            {t`Remove the rule`}
          </Button>
        )}
        {rule?.can.includes('resetRule') && rule.version > 1 && (
          <Button
            look="plain"
            busy={reset.busy}
            onClick={() => void reset.run({ ruleId: rule.id })}
          >
            {t`Back to the first words`}
          </Button>
        )}
        <Button onClick={() => setTrying(true)}>{t`Try it, nothing is sent`}</Button>
        <Button
          type="submit"
          look="main"
          busy={create.busy || update.busy}
          disabled={readOnly || !isKeepable(name, definition)}
        >
          {t`Save`}
        </Button>
      </footer>
      {trying && <Trial key={JSON.stringify(definition)} shopId={shopId} definition={definition} />}
      {rule && <Versions ruleId={rule.id} />}
    </form>
  );
}
