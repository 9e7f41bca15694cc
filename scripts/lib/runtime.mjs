import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, Trouble } from './say.mjs';

const oldest = 24;

/** Path of a Node that runs TypeScript as it is: this one when it is new enough, else npm's. */
export function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= oldest) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = ['node', 'node-bin']
    .map((name) => join(root, 'node_modules', `${name}-${system}-${process.arch}`, 'bin', file))
    .find((path) => existsSync(path));
  if (found) return found;
  throw new Trouble(
    `Guitai needs Node ${oldest} or newer; this is ${process.version}, and no newer one comes with npm for this machine: install Node ${oldest}.`,
    `Guitai 需要 Node ${oldest} 或更新版本；当前为 ${process.version}，且 npm 没有适合本机的新版，请自行安装 Node ${oldest}。`,
  );
}

/** The environment of our programs: this Node and the parts' commands first, compiled code kept. */
export function runtimeEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(runtime()), join(root, 'node_modules', '.bin'), process.env[name] ?? ''];
  const kept = join(root, '.cache', 'node');
  return { ...process.env, [name]: path.join(delimiter), NODE_COMPILE_CACHE: kept };
}
