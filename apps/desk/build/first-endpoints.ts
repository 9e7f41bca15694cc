import { broughtBy, readSources } from './sources.ts';
import { start } from './word-parts.ts';

const inbox = 'screens/inbox/InboxScreen.tsx';
const fromContract = /^import\s(?!type\b)\{([^}]*)\}\sfrom '@guitai\/contract';/gm;

/** What the start and the inbox take out of the contract: `orders.getOrder`. A name that is missed costs bytes, nothing else. */
export function firstEndpoints(): ReadonlySet<string> {
  const sources = readSources();
  const files = new Set([...broughtBy(sources, start), ...broughtBy(sources, inbox)]);
  return new Set([...files].flatMap((file) => takenBy(sources.get(file)?.text ?? '')));
}

const takenBy = (text: string): string[] =>
  [...text.matchAll(fromContract)].flatMap(([, clause = '']) =>
    clause.split(',').flatMap((one) => takenAs(text, one.trim())),
  );

function takenAs(text: string, clause: string): string[] {
  if (clause === '' || clause.startsWith('type ')) return [];
  const [module = '', alias = module] = clause.split(' as ');
  return [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(
    ([, name]) => `${module}.${name}`,
  );
}
