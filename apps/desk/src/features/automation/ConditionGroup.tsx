import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, InputNumber, Select } from 'antd';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './automation.module.css';
import { type Ask, askOf, type Group, isGroup } from './rule.rules.ts';
import { factWords, operatorWords } from './rule.words.ts';

interface Props {
  readonly group: Group;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
  readonly depth?: number;
  /** Words a fact can have, by fact. */
  readonly choices: Readonly<Record<string, readonly { value: string; label: string }[]>>;
}

/** Questions joined by and, or; a group within is indented. */
export function ConditionGroup({ group, onChange, onRemove, depth = 0, choices }: Props) {
  const { t } = useLingui();
  const set = (n: number, part: Ask | Group) =>
    onChange({ ...group, of: group.of.map((one, k) => (k === n ? part : one)) });
  const drop = (n: number) => onChange({ ...group, of: group.of.filter((_, k) => k !== n) });
  const add = (part: Ask | Group) => onChange({ ...group, of: [...group.of, part] });
  return (
    <fieldset className={styles.group} data-depth={depth}>
      {(group.of.length > 1 || depth > 0) && (
        <legend>
          <Select
            size="small"
            aria-label={t`How the conditions are joined`}
            value={group.match}
            onChange={(match) => onChange({ ...group, match })}
            options={[
              { value: 'all', label: t({ message: 'all of these', context: 'rule' }) },
              { value: 'any', label: t({ message: 'any of these', context: 'rule' }) },
            ]}
          />
          {onRemove && (
            <IconButton name={t`Remove the group`} onClick={onRemove}>
              <Icon name="close" size={14} />
            </IconButton>
          )}
        </legend>
      )}
      {group.of.map((part, n) =>
        isGroup(part) ? (
          <ConditionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
            key={n}
            group={part}
            depth={depth + 1}
            choices={choices}
            onChange={(next) => set(n, next)}
            onRemove={() => drop(n)}
          />
        ) : (
          <AskLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
            key={n}
            ask={part}
            choices={choices}
            onChange={(next) => set(n, next)}
            onRemove={() => drop(n)}
          />
        ),
      )}
      <div className={styles.adds}>
        <Button small look="plain" onClick={() => add(askOf('order.status'))}>
          <Icon name="plus" size={14} />
          {t`Condition`}
        </Button>
        {depth < 2 && group.of.length > 0 && (
          <Button
            small
            look="plain"
            onClick={() => add({ match: 'any', of: [askOf('order.status')] })}
          >
            <Icon name="plus" size={14} />
            {t`Group of conditions`}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface LineProps {
  readonly ask: Ask;
  readonly choices: Props['choices'];
  readonly onChange: (ask: Ask) => void;
  readonly onRemove: () => void;
}

function AskLine({ ask, choices, onChange, onRemove }: LineProps) {
  const { t, i18n } = useLingui();
  const type = automation.ruleFacts[ask.fact];
  const facts = Object.keys(automation.ruleFacts) as automation.RuleFactName[];
  return (
    <div className={styles.ask}>
      <Select
        aria-label={t`What is asked`}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={ask.fact}
        onChange={(fact) => onChange(askOf(fact))}
        options={facts.map((value) => ({ value, label: i18n._(factWords[value]) }))}
      />
      <Select
        aria-label={t`How`}
        popupMatchSelectWidth={false}
        value={ask.is}
        onChange={(is) => {
          const many = is === 'one_of' || is === 'none_of';
          const list = [ask.value].flat().map(String);
          const value =
            type === 'word' ? (many ? list.filter(Boolean) : (list[0] ?? '')) : ask.value;
          onChange({ ...ask, is, value });
        }}
        options={automation.ruleOperators[type].map((value) => ({
          value,
          label: i18n._(operatorWords[value]),
        }))}
      />
      <AskValue ask={ask} choices={choices[ask.fact]} onChange={onChange} />
      <IconButton name={t`Remove the condition`} onClick={onRemove}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  );
}

interface ValueProps {
  readonly ask: Ask;
  readonly choices: readonly { value: string; label: string }[] | undefined;
  readonly onChange: (ask: Ask) => void;
}

function AskValue({ ask, choices, onChange }: ValueProps) {
  const { t } = useLingui();
  const name = t({ message: 'Value', context: 'rule' });
  const type = automation.ruleFacts[ask.fact];
  const set = (value: Ask['value']) => onChange({ ...ask, value });
  if (type === 'truth') {
    const options = [
      { value: 'yes', label: t({ message: 'yes', context: 'rule' }) },
      { value: 'no', label: t({ message: 'no', context: 'rule' }) },
    ];
    return (
      <Select
        aria-label={name}
        value={ask.value === true ? 'yes' : 'no'}
        onChange={(value) => set(value === 'yes')}
        options={options}
      />
    );
  }
  if (type === 'number') {
    // Money is asked in minor units and written in major ones.
    const scale = ask.fact.endsWith('Minor') ? 100 : 1;
    return (
      <InputNumber
        aria-label={name}
        value={Number(ask.value) / scale}
        onChange={(value) => set(Math.round(Number(value ?? 0) * scale))}
      />
    );
  }
  if (type === 'word' && (ask.is === 'one_of' || ask.is === 'none_of')) {
    return (
      <Select
        mode="multiple"
        aria-label={name}
        className={styles.many}
        value={[ask.value].flat().map(String)}
        onChange={(value: string[]) => set(value)}
        options={[...(choices ?? [])]}
      />
    );
  }
  if (type === 'word') {
    return (
      <Select
        aria-label={name}
        popupMatchSelectWidth={false}
        value={String(ask.value) || undefined}
        onChange={(value: string) => set(value)}
        options={[...(choices ?? [])]}
      />
    );
  }
  return (
    <Input
      aria-label={name}
      maxLength={200}
      value={String([ask.value].flat().join(', '))}
      onChange={(event) => set(event.target.value)}
    />
  );
}
