/** Entry of the frame: which site, which language, then the chat. */

import { inkOn } from '../shared/bridge.ts';
import { startChat } from './chat.ts';
import { h, patch } from './dom.ts';
import css from './frame.css?inline';
import { hostLine } from './host.ts';
import { App } from './view/app.tsx';
import { useWords } from './words.ts';

const asked = new URLSearchParams(location.search);
const root = document.body;
const style = new CSSStyleSheet();
style.replaceSync(css);
document.adoptedStyleSheets = [style];
const host = hostLine();

useWords(asked.get('lang')).then(() => {
  const act = startChat(asked.get('site') ?? '', host, (state) => {
    const colour = state.frame?.colour ?? '#0f766e';
    root.style.setProperty('--c', colour);
    root.style.setProperty('--i', inkOn(colour));
    patch(root, [<App state={state} act={act} />]);
  });
});
