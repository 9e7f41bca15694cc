import { launchChromium } from './chromium.ts';

// Leaves with 0 when a Chromium starts on this machine.
await (await launchChromium()).close();
