import { access, sample } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { SetUpForm } from '../../features/access/SetUpForm.tsx';
import type { Locale } from '../../lib/api.ts';
import { type Act, useAct, useReply } from '../../lib/query.ts';
import { enter } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Door.module.css';
import { Door } from './Door.tsx';
import { SetUpHint } from './SetUpHint.tsx';
import { useToken } from './token.ts';

/** The first page of a new server: the owner's account and the first shop, by the one-time link. */
export default function SetUpScreen() {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const token = useToken();
  const [created, setCreated] = useState<{ sample: boolean }>();
  const load = useAct(sample.loadSampleShop, () => come());
  const setup = useReply(access.getSetup, {}, { when: !created });
  const come = () => void enter().then(() => go('/', { replace: true }));
  const onCreated = (wanted: boolean) => {
    setCreated({ sample: wanted });
    if (wanted) void load.run({});
    else come();
  };
  if (created) return <Coming wanted={created.sample} load={load} onDone={come} />;
  if (setup.data && !setup.data.needed) {
    return (
      <Door title={t`This server is set up already`}>
        <p>{t`Sign in, or ask a colleague for an invitation.`}</p>
        <p className={styles.acts}>
          <Link href="/sign-in">{t`To sign in`}</Link>
        </p>
      </Door>
    );
  }
  if (!token) {
    return (
      <Door title={t`Set up the counter`}>
        <SetUpHint />
      </Door>
    );
  }
  return (
    <Door
      title={t`Set up the counter`}
      lead={t`You become the owner: you may do everything and invite the others.`}
    >
      <SetUpForm token={token} locale={i18n.locale as Locale} onCreated={onCreated} />
      <Refusal refusal={setup.error} />
    </Door>
  );
}

/** The account is there; the sample shop comes in, and if it cannot, the desk opens without it. */
function Coming({
  wanted,
  load,
  onDone,
}: {
  wanted: boolean;
  load: Act<typeof sample.loadSampleShop>;
  onDone: () => void;
}) {
  const { t } = useLingui();
  return (
    <Door title={t`Welcome`}>
      <div className={styles.progress} aria-live="polite">
        <p>
          <Icon name="check" />
          {t`Your account and your shop are ready.`}
        </p>
        {wanted && !load.refusal && (
          <>
            <p>{t`Bringing in the sample shop…`}</p>
            <i className={styles.bar} aria-hidden="true" />
          </>
        )}
        <Refusal refusal={load.refusal} />
        {load.refusal && (
          <p className={styles.acts}>
            <Button look="main" onClick={() => void load.run({})}>
              {t`Try again`}
            </Button>
            <Button onClick={onDone}>{t`To the desk without it`}</Button>
          </p>
        )}
      </div>
    </Door>
  );
}
