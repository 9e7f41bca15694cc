import { access } from '@guitai/contract';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { speak } from '../lib/i18n.ts';
import { goLive } from '../lib/live.ts';
import { useReply } from '../lib/query.ts';
import { isSignedOut, leave, SelfProvider } from '../lib/session.tsx';
import { setTheme } from '../lib/theme.ts';
import { MissingScreen } from '../screens/missing/MissingScreen.tsx';
import { Refusal } from '../ui/Refusal.tsx';
import { Fault } from './Fault.tsx';
import { pages } from './pages.tsx';
import { Shell } from './Shell.tsx';

/** Asks who is here; shows the shell to members and the door to everybody else. */
export function SignedIn() {
  const { data: self, error } = useReply(access.getSelf, {}, { freshFor: 300_000 });
  const { locale, theme, id: memberId } = self?.member ?? {};
  useEffect(() => {
    if (memberId) goLive(memberId);
  }, [memberId]);
  useEffect(() => {
    if (isSignedOut(error)) void toTheDoor();
  }, [error]);
  useEffect(() => {
    if (locale) void speak(locale);
    if (theme) setTheme(theme);
  }, [locale, theme]);
  if (!self) return error && !isSignedOut(error) ? <Refusal refusal={error} /> : null;
  return (
    <SelfProvider self={self}>
      <Shell>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/">
              <Redirect to={pages[0]?.start ?? '/inbox'} replace />
            </Route>
            {pages.map(({ path, Screen }) => (
              <Route key={path} path={path}>
                <Fault key={path}>
                  <Screen />
                </Fault>
              </Route>
            ))}
            <Route component={MissingScreen} />
          </Switch>
        </Suspense>
      </Shell>
    </SelfProvider>
  );
}

/** The first visitor of a new server is led to the set-up page. */
async function toTheDoor(): Promise<void> {
  const { api } = await import('../lib/api.ts');
  const setup = await api.attempt(access.getSetup);
  if (setup.ok && setup.value.needed) location.assign('/desk/set-up');
  else leave();
}
