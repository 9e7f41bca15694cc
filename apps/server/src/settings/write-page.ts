import { writeFileSync } from 'node:fs';
import { settingsPage } from './page.ts';

writeFileSync(new URL('../../../../docs/settings.md', import.meta.url), settingsPage());
