import { leave } from './cli/lines.ts';
import { start } from './cli/start.ts';

process.exit(await start().catch(leave));
