import { join } from 'node:path';
import { type Config, readSettings } from '../config.ts';
import { createLog } from '../kernel/log.ts';
import { serve } from '../serve.ts';
import { withSecretKey } from '../settings/secret-key.ts';
import { untilAsked } from './end.ts';
import { say } from './lines.ts';

/** `guitai start`: runs the product until it is asked to end; gives the exit code. */
export async function start(): Promise<number> {
  const config = withSecretKey(readSettings(process.env));
  const log = createLog(config.logLevel, logFile(config));
  const asked = untilAsked();
  const serving = await serve(config, log, say);
  for (const line of welcome(serving.address)) say(line);

  const reason = await asked;
  say(`Stopping (${reason}) · 正在停止…`);
  await serving.stop();
  return 0;
}

/** Log lines on a terminal would bury what the person looks for. */
function logFile({ logFile: chosen, dataDir }: Config): string | undefined {
  return chosen ?? (process.stdout.isTTY ? join(dataDir, 'guitai.log') : undefined);
}

function welcome(address: string): string[] {
  return [
    '',
    `Desk · 客服工作台         ${address}/desk/`,
    `Demo storefront · 演示店铺 ${address}/shop/`,
    `API documentation · 接口文档 ${address}/api/docs`,
    '',
  ];
}
