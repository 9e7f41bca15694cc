import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ActionFields } from './ActionFields.tsx';
import styles from './automation.module.css';
import { ConditionGroup } from './ConditionGroup.tsx';
import { useRuleName } from './RuleRow.tsx';
import {
  type Action,
  actionOf,
  blank,
  type Definition,
  delayOf,
  isKeepable,
  moved,
  unitMinutes,
} from './rule.rules.ts';
import { actionWords, triggerWords } from './rule.words.ts';
import { Trial } from './Trial.tsx';
import { Versions } from './Versions.tsx';

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
        <WhenFields definition={definition} onChange={set} />
        <div className={styles.clause}>
          <span>{t({ message: 'If', context: 'rule' })}</span>
          <ConditionGroup
            group={definition.conditions}
            choices={choices}
            onChange={(conditions) => set({ conditions: conditions as Definition['conditions'] })}
          />
        </div>
        <ThenFields definition={definition} onChange={set} people={people} shopId={shopId} />
        <RepeatFields definition={definition} onChange={set} />
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

interface PartProps {
  readonly definition: Definition;
  readonly onChange: (part: Partial<Definition>) => void;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

function WhenFields({ definition, onChange }: PartProps) {
  const { t, i18n } = useLingui();
  const { value, unit } = delayOf(definition.delayMinutes);
  const [shownUnit, setUnit] = useState(unit);
  const triggers = Object.keys(triggerWords) as automation.RuleTrigger[];
  const amount = definition.delayMinutes / unitMinutes[shownUnit];
  const units = [
    { value: 'minutes', label: t({ message: 'minutes', context: 'rule' }) },
    { value: 'hours', label: t({ message: 'hours', context: 'rule' }) },
    { value: 'days', label: t({ message: 'days', context: 'rule' }) },
  ] as const;
  const choose = (trigger: automation.RuleTrigger) =>
    onChange({
      trigger,
      schedule:
        trigger === 'schedule'
          ? (definition.schedule ?? { at: '10:00', weekdays: everyDay, of: 'orders' })
          : null,
    });
  return (
    <div className={styles.clause}>
      <span>{t({ message: 'When', context: 'rule' })}</span>
      <Select
        aria-label={t`What sets it off`}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={definition.trigger}
        onChange={choose}
        options={triggers.map((one) => ({ value: one, label: i18n._(triggerWords[one]) }))}
      />
      {definition.schedule ? (
        <ScheduleFields definition={definition} onChange={onChange} />
      ) : (
        <>
          <span>{t({ message: 'after', context: 'rule' })}</span>
          <InputNumber
            aria-label={t`How long after`}
            min={0}
            value={Number.isInteger(amount) ? amount : value}
            onChange={(next) =>
              onChange({ delayMinutes: Math.round(Number(next ?? 0)) * unitMinutes[shownUnit] })
            }
          />
          <Select
            aria-label={t`Unit of time`}
            value={shownUnit}
            onChange={(next) => {
              setUnit(next);
              onChange({ delayMinutes: amount * unitMinutes[next] });
            }}
            options={[...units]}
          />
        </>
      )}
    </div>
  );
}

function ScheduleFields({ definition, onChange }: PartProps) {
  const { t, i18n } = useLingui();
  const schedule = definition.schedule ?? {
    at: '10:00',
    weekdays: everyDay,
    of: 'orders' as const,
  };
  const set = (part: Partial<typeof schedule>) => onChange({ schedule: { ...schedule, ...part } });
  const day = (n: number) =>
    new Intl.DateTimeFormat(i18n.locale, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 4 + n),
    );
  return (
    <>
      <Input
        type="time"
        aria-label={t`Time of day in the shop`}
        className={styles.clock}
        value={schedule.at}
        onChange={(event) => set({ at: event.target.value })}
      />
      <Select
        mode="multiple"
        aria-label={t`Weekdays`}
        value={schedule.weekdays}
        onChange={(weekdays: number[]) => weekdays.length > 0 && set({ weekdays })}
        options={everyDay.map((value) => ({ value, label: day(value) }))}
      />
      <Select
        aria-label={t`What it looks at`}
        popupMatchSelectWidth={false}
        value={schedule.of}
        onChange={(of) => set({ of })}
        options={[
          { value: 'orders', label: t`for each order` },
          { value: 'conversations', label: t`for each chat` },
        ]}
      />
    </>
  );
}

function ThenFields({
  definition,
  onChange,
  people,
  shopId,
}: PartProps & Pick<Props, 'people' | 'shopId'>) {
  const { t, i18n } = useLingui();
  const { actions } = definition;
  const set = (n: number, action: Action) =>
    onChange({ actions: actions.map((one, k) => (k === n ? action : one)) });
  const kinds = Object.keys(actionWords) as Action['do'][];
  const options = kinds.map((value) => ({ value, label: i18n._(actionWords[value]) }));
  return (
    <div className={styles.clause} data-tall>
      <span>{t({ message: 'Then', context: 'rule' })}</span>
      <ol className={styles.actions}>
        {actions.map((action, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an action has no other name than its place
          <li key={n}>
            <div className={styles.line}>
              <Select
                aria-label={t`What is done`}
                popupMatchSelectWidth={false}
                value={action.do}
                onChange={(kind) => set(n, actionOf(kind))}
                options={options}
              />
              {n > 0 && (
                <IconButton
                  name={t`Earlier`}
                  onClick={() => onChange({ actions: moved(actions, n, n - 1) })}
                >
                  <Icon name="up" size={14} />
                </IconButton>
              )}
              {actions.length > 1 && (
                <IconButton
                  name={t`Remove the action`}
                  onClick={() => onChange({ actions: actions.filter((_, k) => k !== n) })}
                >
                  <Icon name="close" size={14} />
                </IconButton>
              )}
            </div>
            <ActionFields
              action={action}
              shopId={shopId}
              people={people}
              onChange={(next) => set(n, next)}
            />
          </li>
        ))}
        <li>
          <Button
            small
            look="plain"
            onClick={() => onChange({ actions: [...actions, actionOf('tag')] })}
          >
            <Icon name="plus" size={14} />
            {t({ message: 'Action', context: 'rule' })}
          </Button>
        </li>
      </ol>
    </div>
  );
}

function RepeatFields({ definition, onChange }: PartProps) {
  const { t } = useLingui();
  const { repeatMinutes, stopOnMatch } = definition;
  return (
    <div className={styles.clause}>
      <span>{t({ message: 'And', context: 'rule' })}</span>
      <Checkbox
        checked={repeatMinutes !== null}
        onChange={({ target }) => onChange({ repeatMinutes: target.checked ? 1_440 : null })}
      >
        {t`again for the same order or chat`}
      </Checkbox>
      {repeatMinutes !== null && (
        <InputNumber
          aria-label={t`Not within so many hours`}
          min={1}
          prefix={t({ message: 'after', context: 'rule' })}
          suffix={t({ message: 'hours', context: 'rule' })}
          value={Math.max(1, Math.round(repeatMinutes / 60))}
          onChange={(hours) => onChange({ repeatMinutes: Number(hours ?? 1) * 60 })}
        />
      )}
      <Checkbox
        checked={stopOnMatch}
        onChange={({ target }) => onChange({ stopOnMatch: target.checked })}
      >
        {t`then no later rule runs`}
      </Checkbox>
    </div>
  );
}
