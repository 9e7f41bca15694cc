import { Trans, useLingui } from '@lingui/react/macro';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { goOn, type Course as Where } from './hand.ts';
import type { Entry, Folder, Index } from './library.ts';
import styles from './Tray.module.css';

interface Props {
  readonly conversationId: string;
  readonly course: Where;
  readonly index: Index;
  readonly onTake: (entry: Entry) => void;
}

/** Where in a playbook this conversation is, and the step that would come next. */
export function Course({ conversationId, course, index, onTake }: Props) {
  const { t } = useLingui();
  const steps = index.items
    .filter(
      ({ playbook, folderId }) => playbook === course.playbook && folderId === course.folderId,
    )
    .sort((a, b) => (a.step ?? 0) - (b.step ?? 0));
  const folder: Folder | undefined = index.folders.find(({ id }) => id === course.folderId);
  const next = steps.find(({ step }) => (step ?? 0) > course.step);
  const done = steps.filter(({ step }) => (step ?? 0) <= course.step).length;
  const total = steps.length;
  if (!folder) return null;
  return (
    <div className={styles.course}>
      <span>
        <b>{folder.name}</b>{' '}
        <Trans>
          {done} of {total} steps
        </Trans>
      </span>
      {next && (
        <Button small onClick={() => onTake(next)}>
          <Icon name="next" size={13} />
          {next.title}
        </Button>
      )}
      <IconButton name={t`Leave the playbook`} onClick={() => goOn(conversationId, undefined)}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  );
}
