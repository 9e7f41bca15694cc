import type { ProblemError } from '@guitai/sdk';
import type { ReactNode } from 'react';
import { Lines } from '../../../ui/Lines.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import styles from './acts.module.css';

/** A form that needs an answer first: its outline until it is there, the refusal where it is not given. */
export function Ready<T>({
  reply,
  children,
}: {
  reply: { readonly data: T | undefined; readonly error: ProblemError | null };
  children: (data: T) => ReactNode;
}) {
  if (reply.data !== undefined) return children(reply.data);
  return (
    <div className={styles.form} aria-busy="true">
      {reply.error ? <Refusal refusal={reply.error} /> : <Lines count={3} />}
    </div>
  );
}
