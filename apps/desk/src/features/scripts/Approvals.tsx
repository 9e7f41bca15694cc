import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Switch } from 'antd';
import { useState } from 'react';
import { moment } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { wordsIn } from './editor.rules.ts';
import styles from './Library.module.css';
import { useNames } from './library-names.ts';
import { Difference } from './Versions.tsx';

/** Versions that wait, beside what is said now; and where a supervisor has to decide at all. */
export function Approvals() {
  const { t } = useLingui();
  const { data, error } = useReply(scripts.listScriptApprovals, {});
  useFresh(['script.changed'], [scripts.listScriptApprovals], 400);
  return (
    <div className={styles.page}>
      <Rules />
      <Refusal refusal={error} />
      {data?.items.length === 0 && <Empty>{t`Nothing waits for approval.`}</Empty>}
      {(data?.items ?? []).map((one) => (
        <Waiting key={one.scriptId} one={one} />
      ))}
    </div>
  );
}

type One = { readonly scriptId: string; readonly version: number } & Pick<
  scripts.ScriptShape,
  'scope' | 'shopId' | 'title' | 'content' | 'authorName' | 'can'
> & { readonly before: scripts.ScriptContentShape | null; readonly at: string };

function Waiting({ one }: { one: One }) {
  const { t } = useLingui();
  const nameOf = useNames();
  const [reason, setReason] = useState('');
  const decide = useAct(scripts.decideScript, () =>
    refresh(scripts.listScriptApprovals, scripts.getScript, scripts.listScriptVersions),
  );
  const { scriptId, version } = one;
  return (
    <section className={styles.play}>
      <header>
        <h2>{one.title}</h2>
        <span className={styles.soft}>
          {nameOf(one)} · {one.authorName} · {moment(one.at)}
        </span>
      </header>
      <Difference before={wordsIn(one.before)} after={wordsIn(one.content)} />
      <Refusal refusal={decide.refusal} />
      {one.can.includes('decideScript') ? (
        <div className={styles.decide}>
          <Button
            look="main"
            busy={decide.busy}
            onClick={() => void decide.run({ scriptId, version, approve: true })}
          >
            <Trans>Publish</Trans>
          </Button>
          <Input
            style={{ maxWidth: 260 }}
            aria-label={t`Why it goes back`}
            placeholder={t`Why it goes back`}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button
            disabled={reason.trim() === ''}
            onClick={() =>
              void decide.run({ scriptId, version, approve: false, reason: reason.trim() })
            }
          >
            <Trans>Send back</Trans>
          </Button>
        </div>
      ) : (
        <p className={styles.soft}>{t`Somebody else has to decide.`}</p>
      )}
    </section>
  );
}

function Rules() {
  const { t } = useLingui();
  const nameOf = useNames();
  const { data } = useReply(scripts.getScriptRules, {});
  const set = useAct(scripts.setScriptRule, () =>
    refresh(scripts.getScriptRules, scripts.getScript),
  );
  const mine = (data?.items ?? []).filter(({ can }) => can.includes('setScriptRule'));
  if (mine.length === 0) return null;
  return (
    <fieldset className={styles.form} style={{ border: 0 }}>
      <legend>{t`A supervisor approves what is published in`}</legend>
      {mine.map(({ shopId, approval }) => (
        <span key={shopId ?? 'team'} className={styles.decide}>
          <Switch
            size="small"
            aria-label={nameOf({ scope: shopId === null ? 'team' : 'shop', shopId })}
            checked={approval}
            onChange={(next) => void set.run({ shopId, approval: next })}
          />
          {nameOf({ scope: shopId === null ? 'team' : 'shop', shopId })}
        </span>
      ))}
      <Refusal refusal={set.refusal} />
    </fieldset>
  );
}
