import { useLingui } from '@lingui/react/macro';
import { RoleMatrix } from '../../features/access/RoleMatrix.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** What each role may do, and how far. */
export default function RolesPlace() {
  const { t } = useLingui();
  return (
    <>
      <PageHead
        title={t`Roles`}
        lead={t`What is not ticked is refused, on the screen as well as in the API.`}
        back="/settings"
        backWhenNarrow
      />
      <RoleMatrix />
    </>
  );
}
