import { useLingui } from '@lingui/react/macro';
import { Devices } from '../../features/access/Devices.tsx';
import { PasswordForm } from '../../features/access/PasswordForm.tsx';
import { ProfileForm } from '../../features/access/ProfileForm.tsx';
import { SecondFactor } from '../../features/access/SecondFactor.tsx';
import { SignOut } from '../../features/access/SignOut.tsx';
import { SoundChoice } from '../../features/access/SoundChoice.tsx';
import { ThemeChoice } from '../../features/access/ThemeChoice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** One's own name, language, colours, password, second factor, devices and sound. */
export default function AccountPlace() {
  const { t } = useLingui();
  return (
    <>
      <PageHead title={t`My account`} back="/settings" backWhenNarrow acts={<SignOut />} />
      <Section title={t`Name and language`} hint={t`Buyers see the name above your answers.`}>
        <ProfileForm />
      </Section>
      <Section title={t`Looks and sound`} hint={t`The sound is set for this device only.`}>
        <ThemeChoice />
        <SoundChoice />
      </Section>
      <Section title={t`Password`} hint={t`A change signs all your other devices out.`}>
        <PasswordForm />
      </Section>
      <Section
        title={t`Two steps to sign in`}
        hint={t`After the password, a code from your phone. Whoever learns the password alone stays outside.`}
      >
        <SecondFactor />
      </Section>
      <Section title={t`Devices`} hint={t`Where you are signed in now.`}>
        <Devices />
      </Section>
    </>
  );
}
