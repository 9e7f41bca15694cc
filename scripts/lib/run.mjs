import { spawn } from 'node:child_process';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program to its end with its output kept; resolves with { code, output }. */
export function runQuietly(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-100_000);
      });
    }
    const release = passOn(child);
    child.once('error', reject);
    child.once('close', (code) => {
      release();
      resolve({ code, output });
    });
  });
}

/** While the child works, a signal to us ends the child first and then us. */
function passOn(child) {
  const handlers = forwarded.map((signal) => {
    const handler = () => {
      child.once('close', () => process.exit(128 + signalNumber(signal)));
      child.kill(signal);
      // npm takes its time to roll back; the next start begins anew anyway.
      setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
}

/**
 * Hands this process over to another program: same terminal, signals passed on, its exit is ours.
 * The program sees its channel close when we are gone and stops by itself.
 */
export function become(program, words, options = {}) {
  const child = spawn(program, words, {
    ...options,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) followParent(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(signal === null ? code : 128 + signalNumber(signal)),
    );
  });
}

/** An npm that was killed cannot tell us; its child is then somebody else's. */
function followParent(gone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) gone();
  }, 500);
  timer.unref();
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0;
}
