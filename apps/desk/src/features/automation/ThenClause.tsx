import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ActionFields } from './ActionFields.tsx';
import styles from './automation.module.css';
import type { ClauseProps } from './clause.props.ts';
import { type Action, actionOf, moved } from './rule.rules.ts';
import { actionWords } from './rule.words.ts';

interface Props extends ClauseProps {
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly shopId: string;
}

/** What a rule does, one after the other. */
export function ThenClause({ definition, onChange, people, shopId }: Props) {
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
