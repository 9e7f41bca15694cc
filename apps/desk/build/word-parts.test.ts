import { describe, expect, test } from 'vitest';
import { broughtBy, readSources, sourceOf } from './sources.ts';
import { wordParts } from './word-parts.ts';

const desk = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([file, text]) => [file, sourceOf(file, text)]));
const say = (words: Readonly<Record<string, string>>) =>
  new Map(Object.entries(words).map(([file, text]) => [file, new Set(text.split(' '))]));
const sorted = (parts: ReturnType<typeof wordParts>) =>
  Object.fromEntries([...parts].map(([part, words]) => [part, [...words].sort().join(' ')]));

describe('words come with the part of the desk that says them', () => {
  const sources = desk({
    'app/main.tsx':
      "import { Rail } from './Rail.tsx';\nlazy(() => import('../inbox/Inbox.tsx'));\nlazy(() => import('../orders/Orders.tsx'));",
    'app/Rail.tsx': '',
    'inbox/Inbox.tsx':
      "import {\n  Card,\n} from '../orders/Card.tsx';\nlazy(() => import('../orders/Form.tsx'));\nlazy(() => import('./Snooze.tsx'));",
    'inbox/Snooze.tsx':
      "import type { Form } from '../orders/Form.tsx';\nimport { Card } from '../orders/Card.tsx';",
    'orders/Orders.tsx': "import { Card } from './Card.tsx';",
    'orders/Card.tsx': "lazy(() => import('./Form.tsx'));",
    'orders/Form.tsx': '',
  });
  const said = say({
    'app/main.tsx': 'desk',
    'app/Rail.tsx': 'chats orders',
    'inbox/Inbox.tsx': 'chats nobody',
    'inbox/Snooze.tsx': 'until nobody',
    'orders/Orders.tsx': 'orders all',
    'orders/Card.tsx': 'paid cancel',
    'orders/Form.tsx': 'cancel nobody sure',
  });

  test('the start has its own; a part has what it brings at once, less what is there already whichever way one came', () => {
    expect(sorted(wordParts(sources, said))).toEqual({
      'app/main.tsx': 'chats desk orders',
      'inbox/Inbox.tsx': 'cancel nobody paid',
      'inbox/Snooze.tsx': 'until',
      'orders/Orders.tsx': 'all cancel paid',
      // Whoever comes from the orders has never heard "nobody".
      'orders/Form.tsx': 'nobody sure',
    });
  });
});

test('on every way through the desk, what is said has been brought by then', () => {
  const sources = readSources();
  const said = new Map([...sources.keys()].map((file) => [file, new Set([file])]));
  const parts = wordParts(sources, said);
  const seen = new Set<string>();
  const lost: string[] = [];
  const walk = (part: string, known: ReadonlySet<string>) => {
    const now = new Set([...known, ...(parts.get(part) ?? [])]);
    const way = `${part} ${now.size}`;
    if (seen.has(way)) return;
    seen.add(way);
    for (const file of broughtBy(sources, part)) {
      if (!now.has(file)) lost.push(`${part}: ${file}`);
      for (const next of sources.get(file)?.lazies ?? []) walk(next, now);
    }
  };
  walk('app/main.tsx', new Set());
  expect(lost).toEqual([]);
  expect(seen.size).toBeGreaterThan(50);
}, 60_000);
