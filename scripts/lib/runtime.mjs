import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root, Trouble } from './say.mjs';

const oldest = 24;

/** Whether the Node that runs this is new enough for TypeScript as it is. */
export function hasOwnRuntime() {
  return Number(process.versions.node.split('.')[0]) >= oldest;
}

/** The npm package that brings a new enough Node for this machine; undefined when there is none. */
export function runtimePackage() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`].find(
    (candidate) => optionalDependencies[candidate] !== undefined,
  );
  if (name === undefined) return undefined;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const programIn = (folder) => join(folder, 'node_modules', name, 'bin', file);
  return { name, version: optionalDependencies[name], programIn };
}

/** Path of a Node that runs TypeScript as it is: this one when it is new enough, else npm's. */
export function runtime() {
  if (hasOwnRuntime()) return process.execPath;
  const found = runtimePackage()?.programIn(root);
  if (found !== undefined && existsSync(found)) return found;
  throw new Trouble(
    `Guitai needs Node ${oldest} or newer; this is ${process.version}, and no newer one comes with npm for this machine: install Node ${oldest}.`,
    `Guitai 需要 Node ${oldest} 或更新版本；当前为 ${process.version}，且 npm 没有适合本机的新版，请自行安装 Node ${oldest}。`,
  );
}

/**
 * How Node runs the server: what was just made is swept in pieces of 8 MB instead of 16, which holds some 25 MB less
 * while nobody writes and carries as many messages (`npm run bench -- start messages`).
 */
export const serverFlags = JSON.parse(
  readFileSync(join(root, 'scripts/lib/server-flags.json'), 'utf8'),
);

/** The environment of our programs: this Node and the parts' commands first, compiled code kept. */
export function runtimeEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(runtime()), join(root, 'node_modules', '.bin'), process.env[name] ?? ''];
  const kept = join(root, '.cache', 'node');
  return { ...process.env, [name]: path.join(delimiter), NODE_COMPILE_CACHE: kept };
}
