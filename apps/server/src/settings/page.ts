import { settings } from '../config.ts';

/** `docs/settings.md`: all settings with meaning and default. */
export function settingsPage(): string {
  const rows = Object.values(settings).map(
    ({ name, kind, byDefault, meaning }) =>
      `| \`${name}\` | ${meaning} | ${kind.expects.en} | ${shownDefault(name, byDefault)} |`,
  );
  return `# Settings

All settings come from the environment. A wrong value, or an unknown name that begins with
\`GUITAI_\`, ends the start with one sentence. This page is made from \`apps/server/src/config.ts\`
by \`npm run settings\`.

| name | meaning | value | default |
|---|---|---|---|
${rows.join('\n')}
`;
}

function shownDefault(name: string, byDefault: string | undefined): string {
  if (name === 'GUITAI_DATA_DIR') return '`data` in the folder of the clone';
  return byDefault === undefined ? '–' : `\`${byDefault}\``;
}
