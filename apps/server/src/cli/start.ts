import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Config, readSettings } from '../config.ts';
import { createLog } from '../kernel/log.ts';
import { withSecretKey } from '../settings/secret-key.ts';
import { codeOf, Trouble } from '../trouble.ts';
import { untilAsked } from './end.ts';
import { say } from './lines.ts';

/** `guitai start`: runs the product until it is asked to end; gives the exit code. */
export async function start(): Promise<number> {
  const config = withSecretKey(readSettings(process.env));
  const log = createLog(config.logLevel, logFile(config));
  const asked = untilAsked();
  // Loaded only now: a wrong setting is told before the whole house is read.
  const { serve } = await import('../serve.ts');
  const serving = await serve(config, log, say);
  for (const line of welcome(serving.address, serving.setupToken)) say(line);
  setTimeout(giveBackMemory, 2_000).unref();

  const reason = await asked;
  say(`Stopping (${reason}) · 正在停止…`);
  await serving.stop();
  return 0;
}

/** Log lines on a terminal would bury what the person looks for. */
function logFile({ logFile: chosen, dataDir }: Config): string | undefined {
  const file = chosen ?? (process.stdout.isTTY ? join(dataDir, 'guitai.log') : undefined);
  if (file !== undefined) checkWritable(file);
  return file;
}

function checkWritable(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '', { mode: 0o600 });
  } catch (cause) {
    throw new Trouble(
      `The log file ${file} cannot be written (${codeOf(cause)}); set GUITAI_LOG_FILE to another.`,
      `日志文件 ${file} 不可写（${codeOf(cause)}）；请用 GUITAI_LOG_FILE 另行指定。`,
      { cause },
    );
  }
}

/** What the start alone needed (sources, schemas as text) is half of the heap; collected once. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** Where to go; on a server without an owner also the link that makes one, good once. */
function welcome(address: string, setupToken: string | null): string[] {
  const setup = [
    'This server has no owner yet. Open this link to create the account (it works once):',
    '本服务器尚无所有者，请打开下面的一次性链接创建账号：',
    `  ${address}/desk/set-up#${setupToken}`,
    '',
  ];
  return [
    '',
    `Desk · 客服工作台             ${address}/desk/`,
    `Demo storefront · 演示店铺     ${address}/shop/`,
    `API documentation · 接口文档   ${address}/api/docs`,
    '',
    ...(setupToken === null ? [] : setup),
  ];
}
