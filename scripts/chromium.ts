import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { packagedChromium } from './chromium-package.ts';
import { fontsEnvironment } from './fonts.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No Chromium could be started; the message lists what was tried. */
export class NoChromium extends Error {}

/**
 * Starts a real Chromium without a window: the one of CHROMIUM_PATH, else the one inside an npm
 * package, else the machine's. Chinese text shows whether or not the machine has a font for it.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of candidates()) {
    try {
      return await launch(await candidate(), options);
    } catch (error) {
      tried.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new NoChromium(`No Chromium could be started: ${tried.join('; ')}`);
}

/** A program and the environment it needs. */
export interface Found {
  path: string;
  env: Record<string, string>;
}

function candidates(): (() => Promise<Found>)[] {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return [async () => ({ path: chosen, env: {} })];
  const installed = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].filter((path) => existsSync(path));
  return [packagedChromium, ...installed.map((path) => async () => ({ path, env: {} }))];
}

async function launch({ path, env }: Found, options: LaunchOptions): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    ...options,
    args: [...flags, ...(options.args ?? [])],
    env: { ...inherited(), ...(await fontsEnvironment()), ...env },
  });
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
