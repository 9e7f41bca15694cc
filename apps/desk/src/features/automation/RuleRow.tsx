import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './automation.module.css';
import { RuleBars } from './RuleBars.tsx';
import { RuleSentence } from './RuleSentence.tsx';
import { presetWords } from './rule.words.ts';

interface Props {
  readonly rule: automation.Rule;
  readonly place: number;
  readonly isLast: boolean;
  readonly onMove: (to: number) => void;
  readonly onHold: () => void;
  readonly onDrop: () => void;
}

/** The name a reader knows a rule by: a ready-made one in the reader's own words. */
export function useRuleName(): (
  rule: Pick<automation.Rule, 'name' | 'preset' | 'version'>,
) => string {
  const { i18n } = useLingui();
  return ({ name, preset, version }) =>
    preset && version === 1 ? i18n._(presetWords[preset]) : name;
}

/** One rule: on or off, in a sentence, with what came of it. */
export function RuleRow({ rule, place, isLast, onMove, onHold, onDrop }: Props) {
  const { t } = useLingui();
  const name = useRuleName()(rule);
  const set = useAct(automation.setRuleState, () => refresh(automation.listRules));
  const adopt = useAct(automation.adoptRule, () => refresh(automation.listRules));
  const mayMove = rule.can.includes('moveRules');
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || !mayMove) return;
    if (event.key === 'ArrowUp') onMove(place - 1);
    else if (event.key === 'ArrowDown') onMove(place + 1);
    else return;
    event.preventDefault();
  };
  const turn = (state: automation.Rule['state']) => void set.run({ ruleId: rule.id, state });
  return (
    <li
      className={styles.rule}
      data-off={rule.state === 'off' || undefined}
      draggable={mayMove}
      onDragStart={onHold}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      onKeyDown={keys}
    >
      <Switch
        size="small"
        aria-label={name}
        checked={rule.state !== 'off'}
        loading={set.busy}
        disabled={!rule.can.includes('setRuleState')}
        onChange={(on) => turn(on ? 'on' : 'off')}
      />
      <div className={styles.words}>
        <Link href={`/marketing/care/${rule.id}?shop=${rule.shopId}`} className={styles.name}>
          {name}
        </Link>
        {rule.state === 'paused' && (
          <Word tone="soon">{t({ message: 'paused', context: 'rule' })}</Word>
        )}
        {rule.waiting > 0 && <Word>{t({ message: `${rule.waiting} wait`, context: 'rule' })}</Word>}
        <p>
          <RuleSentence definition={rule.definition} />
        </p>
        {rule.author && rule.state !== 'off' && (
          <p className={styles.soft}>{t`Acts for ${rule.author.name}`}</p>
        )}
        {rule.stopped && <Stopped stopped={rule.stopped} />}
        <Refusal
          refusal={set.refusal ?? adopt.refusal}
          onClose={() => {
            set.reset();
            adopt.reset();
          }}
        />
      </div>
      <RuleBars rule={rule} />
      <div className={styles.acts}>
        {rule.can.includes('setRuleState') && rule.state === 'on' && (
          <Button small look="plain" onClick={() => turn('paused')}>
            {t({ message: 'Pause', context: 'rule' })}
          </Button>
        )}
        {rule.can.includes('adoptRule') && (
          <Button small busy={adopt.busy} onClick={() => void adopt.run({ ruleId: rule.id })}>
            {t({ message: 'Take it over', context: 'rule' })}
          </Button>
        )}
        {rule.can.includes('setRuleState') && rule.state === 'paused' && (
          <Button small onClick={() => turn('on')}>
            {t({ message: 'Go on', context: 'rule' })}
          </Button>
        )}
        {mayMove && (
          <>
            <IconButton
              name={t`Earlier (Alt ↑)`}
              disabled={place === 0}
              onClick={() => onMove(place - 1)}
            >
              <Icon name="up" size={15} />
            </IconButton>
            <IconButton name={t`Later (Alt ↓)`} disabled={isLast} onClick={() => onMove(place + 1)}>
              <Icon name="down" size={15} />
            </IconButton>
          </>
        )}
      </div>
    </li>
  );
}

function Stopped({ stopped }: { stopped: NonNullable<automation.Rule['stopped']> }) {
  const { t } = useLingui();
  const { why, detail } = stopped;
  return (
    <p className={styles.stopped}>
      {why === 'loop' && t`Paused: these rules ran in a circle: ${detail}`}
      {why === 'depth' && t`Paused: more than five rules followed from one another: ${detail}`}
      {why === 'author_gone' &&
        t`Paused: ${detail}, for whom it acted, has left. Somebody has to take it over.`}
      {why === 'author_lost' &&
        t`Paused: ${detail}, for whom it acted, may no longer do what it does. Somebody has to take it over.`}
      {why === 'member_gone' && t`Paused: it names somebody who has left: ${detail}`}
    </p>
  );
}
