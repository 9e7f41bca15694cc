import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './webhooks.module.css';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** What is sent: types of events by their names in the API, by what they are about. */
export function EventChecks({ value, onChange }: Props) {
  const { t } = useLingui();
  const { data, error } = useReply(webhooks.listWebhookTypes, {});
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={4} />;
  const groups = Map.groupBy(data.items, (type) => type.split('.')[0] ?? '');
  return (
    <div>
      <p className={styles.soft} id="webhook-types">{t`What is sent`}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser */}
      <div className={styles.checks} role="group" aria-labelledby="webhook-types">
        {[...groups].map(([group, types]) => {
          const all = types.every((type) => value.includes(type));
          const rest = value.filter((type) => !types.includes(type));
          return (
            <section key={group}>
              <h3>
                <code>{group}</code>
                {types.length > 1 && (
                  <Button
                    small
                    look="plain"
                    onClick={() => onChange(all ? rest : [...rest, ...types])}
                  >
                    {all ? t`None of these` : t`All of these`}
                  </Button>
                )}
              </h3>
              <ul>
                {types.map((type) => (
                  <li key={type}>
                    <Checkbox
                      checked={value.includes(type)}
                      onChange={({ target }) =>
                        onChange(
                          target.checked ? [...value, type] : value.filter((one) => one !== type),
                        )
                      }
                    >
                      <code>{type}</code>
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
