import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import { useCommands } from '../../lib/keys.ts';
import { onLiveEvent } from '../../lib/live.ts';
import { refresh, useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './automation.module.css';
import { type Choices, RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import { RunLog } from './RunLog.tsx';

interface Props {
  readonly choices: Choices;
  readonly people: readonly { readonly value: string; readonly label: string }[];
  /** Under the rules: what else reminds buyers in this shop. */
  readonly below?: (shopId: string) => ReactNode;
}

const told = new Set(['rule.changed', 'rule.stopped', 'rule.ran']);

/** Order care and rules of a shop: the list, one rule, or the log. */
export function CarePage({ choices, people, below }: Props) {
  const { t } = useLingui();
  const { id } = useParams<{ id?: string }>();
  const { shops } = useSelf();
  const [asked] = useSearchParams();
  const [, go] = useLocation();
  const shopId = asked.get('shop') ?? shops[0]?.id ?? '';
  useEffect(
    () =>
      onLiveEvent(({ type }) => {
        if (told.has(type)) refresh(automation.listRules, automation.listRuleRuns);
      }),
    [],
  );
  const base = '/marketing/care';
  const at = (path: string) => `${base}${path}?shop=${shopId}`;
  return (
    <div>
      <Tabs
        label={t`Order care`}
        value={id === 'log' ? 'log' : 'rules'}
        onChange={(next) => go(at(next === 'log' ? '/log' : ''))}
        tabs={[
          { value: 'rules', label: t({ message: 'Rules', context: 'rule' }) },
          { value: 'log', label: t({ message: 'What they did', context: 'rule' }) },
        ]}
      >
        {shops.length > 1 && (
          <Select
            aria-label={t`Shop`}
            popupMatchSelectWidth={false}
            value={shopId}
            onChange={(shop: string) => go(`${base}?shop=${shop}`)}
            options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
          />
        )}
      </Tabs>
      {id === 'log' && <RunLog key={shopId} shopId={shopId} />}
      {id === 'new' && <RuleEditor shopId={shopId} choices={choices} people={people} />}
      {id !== undefined && id !== 'log' && id !== 'new' && (
        <OneRule shopId={shopId} ruleId={id} choices={choices} people={people} />
      )}
      {id === undefined && <AllRules shopId={shopId} onNew={() => go(at('/new'))} />}
      {id === undefined && below?.(shopId)}
    </div>
  );
}

function AllRules({ shopId, onNew }: { shopId: string; onNew: () => void }) {
  const { t } = useLingui();
  const may = useMay('automation.manage');
  const { data, error } = useReply(automation.listRules, { shopId });
  useCommands([
    {
      id: 'automation.new',
      name: t`New rule`,
      group: t`Order care`,
      key: 'n',
      possible: may,
      run: onNew,
    },
  ]);
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={8} />;
  const isQuiet = data.items.every(({ state }) => state === 'off');
  return (
    <>
      <div className={styles.head}>
        <p>
          {isQuiet
            ? t`Nothing is sent yet. Switch on what buyers should hear: each message goes out once, never at night, never to who said no.`
            : t`From top to bottom. Each message goes out once for an order, and is asked again at the moment of sending.`}
        </p>
        {may && (
          <Button look="main" onClick={onNew} hint="n">
            <Icon name="plus" size={16} />
            {t`New rule`}
          </Button>
        )}
      </div>
      {data.items.length === 0 ? (
        <Empty>{t`The ready-made rules of this shop are on their way; look again in a moment.`}</Empty>
      ) : (
        <RuleList shopId={shopId} rules={data.items} />
      )}
    </>
  );
}

function OneRule({ shopId, ruleId, choices, people }: Props & { shopId: string; ruleId: string }) {
  const { t } = useLingui();
  const { data, error } = useReply(automation.listRules, { shopId });
  const rule = data?.items.find((one) => one.id === ruleId);
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={8} />;
  if (!rule) return <Empty>{t`There is no such rule in this shop.`}</Empty>;
  return (
    <RuleEditor
      key={`${rule.id} ${rule.version}`}
      shopId={shopId}
      rule={rule}
      choices={choices}
      people={people}
    />
  );
}
