import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What of a page keeps people out: serious and critical findings, each with the first element it names. */
export async function findings(page: Page): Promise<string[]> {
  // The page's own policy lets no foreign script in; the protocol of the browser does.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      'axe.run(document, { resultTypes: ["violations"] }).then((r) => JSON.stringify(r.violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => [v.id, v.nodes[0].target, v.nodes[0].failureSummary].join(" "))))',
    awaitPromise: true,
  });
  return JSON.parse(String(result.value)) as string[];
}
