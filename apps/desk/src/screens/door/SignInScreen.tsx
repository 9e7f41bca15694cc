import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { SecondStep } from '../../features/access/SecondStep.tsx';
import { SignInForm } from '../../features/access/SignInForm.tsx';
import { nextAddress } from '../../lib/next.ts';
import { useReply } from '../../lib/query.ts';
import { enter } from '../../lib/session.tsx';
import { Door } from './Door.tsx';
import { SetUpHint } from './SetUpHint.tsx';

/** Signing in: e-mail and password, then a second factor where there is one. */
export default function SignInScreen() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const search = useSearch();
  const [challenge, setChallenge] = useState<string>();
  const setup = useReply(access.getSetup, {});
  const come = () => void enter().then(() => go(nextAddress(search), { replace: true }));
  if (setup.data?.needed) {
    return (
      <Door title={t`Nobody has an account here yet`}>
        <SetUpHint />
      </Door>
    );
  }
  if (challenge !== undefined) {
    return (
      <Door title={t`One more step`}>
        <SecondStep
          challenge={challenge}
          onSignedIn={come}
          onBack={() => setChallenge(undefined)}
        />
      </Door>
    );
  }
  return (
    <Door title={t`Sign in`}>
      <SignInForm onSignedIn={come} onSecondFactor={setChallenge} />
    </Door>
  );
}
