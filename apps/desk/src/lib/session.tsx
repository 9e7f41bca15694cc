import { access } from '@guitai/contract';
import { isProblem } from '@guitai/sdk';
import { createContext, type ReactNode, useContext } from 'react';
import { api } from './api.ts';
import { cache, replyKey } from './query.ts';

const SelfContext = createContext<access.SelfShape | undefined>(undefined);

export const SelfProvider = ({
  self,
  children,
}: {
  self: access.SelfShape;
  children: ReactNode;
}) => <SelfContext value={self}>{children}</SelfContext>;

/** Who is signed in, with team, shops and grants. Only inside the shell. */
export function useSelf(): access.SelfShape {
  const self = useContext(SelfContext);
  if (!self) throw new Error('useSelf needs the signed-in shell around it.');
  return self;
}

/** Whether the person's role has this permission at all; a thing's own `can` decides about the thing. */
export const useMay = (permission: access.Permission): boolean =>
  useSelf().grants[permission] !== undefined;

/** True when the refusal means that nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean =>
  isProblem(error) && error.code === 'access.signed_out';

/** Call after signing in: everything is asked again, as the new person. */
export async function enter(): Promise<access.SelfShape> {
  cache.clear();
  return cache.fetchQuery({
    queryKey: replyKey(access.getSelf, {}),
    queryFn: () => api.call(access.getSelf),
  });
}

/** Call after signing out, or when the server says so: nothing of the person stays in memory. */
export function leave(): void {
  const next = location.pathname.replace(/^\/desk/, '') + location.search;
  location.assign(`/desk/sign-in?next=${encodeURIComponent(next)}`);
}
