import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** Signs this device out. */
export function SignOut() {
  const { t } = useLingui();
  const signOut = useAct(access.signOut, () => location.assign('/desk/sign-in'));
  return (
    <>
      <Refusal refusal={signOut.refusal} />
      <Button busy={signOut.busy} onClick={() => void signOut.run({})}>
        {t`Sign out`}
      </Button>
    </>
  );
}
