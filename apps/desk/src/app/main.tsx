import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLocale, speak } from '../lib/i18n.ts';
import { listenForKeys } from '../lib/keys.ts';
import { App } from './App.tsx';
import { beginEarly } from './early.ts';

const spoken = speak(firstLocale());
beginEarly(location.pathname);
await spoken;
listenForKeys();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
