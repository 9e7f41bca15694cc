import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { antdLocale } from '../lib/i18n.ts';
import { cache } from '../lib/query.ts';
import { useShownTheme } from '../lib/theme.ts';
import { antdTheme } from '../ui/antd-theme.ts';
import { Fault } from './Fault.tsx';
import { outside } from './pages.tsx';
import { SignedIn } from './SignedIn.tsx';

/** The whole desk: languages, colours, cache, addresses. */
export const App = () => (
  <I18nProvider i18n={i18n}>
    <QueryClientProvider client={cache}>
      <Parts>
        <Fault>
          <Router base="/desk">
            <Suspense fallback={null}>
              <Switch>
                {outside.map(({ path, Screen }) => (
                  <Route key={path} path={path} component={Screen} />
                ))}
                <Route component={SignedIn} />
              </Switch>
            </Suspense>
          </Router>
        </Fault>
      </Parts>
    </QueryClientProvider>
  </I18nProvider>
);

/** Two Chinese characters stay together. */
const noSpace = { autoInsertSpace: false };

/** antd in the active language and colours. */
function Parts({ children }: { children: ReactNode }) {
  useLingui();
  const shown = useShownTheme();
  const locale = antdLocale();
  return (
    <ConfigProvider button={noSpace} theme={antdTheme(shown)} {...(locale ? { locale } : {})}>
      {children}
    </ConfigProvider>
  );
}
