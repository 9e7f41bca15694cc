import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './lib/say.mjs';

/** The file our reporter writes; set by `npm test`, which reads it when the run is over. */
export const reportVariable = 'TEST_REPORT_FILE';

/** A reporter of Vitest: keeps what a run came to, for its counts and its last lines. */
export default class TestReport {
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state) => tests.filter((test) => test.result().state === state);
    const failures = [
      ...modules.flatMap(outsideTests),
      ...of('failed').map(told),
      ...unhandled.map((error) => ({
        file: 'between tests',
        name: error.type,
        ...reasonOf(error),
      })),
    ];
    const report = {
      passed: of('passed').length,
      failed: failures.length,
      skipped: of('skipped').length,
      failures,
      retried: tests.filter((test) => test.diagnostic()?.flaky).map(told),
      left: of('skipped').map(placeOf),
      files: modules.map((module) => ({ file: pathOf(module), ms: spentOn(module) })),
    };
    writeFileSync(process.env[reportVariable] ?? '', JSON.stringify(report));
  }
}

const pathOf = (module) => relative(root, module.moduleId);

const placeOf = (test) => ({ file: pathOf(test.module), name: test.fullName });

const told = (test) => ({ ...placeOf(test), ...reasonOf(test.result().errors?.[0]) });

/** What went wrong in a file before, between or after its tests. */
function outsideTests(module) {
  const parts = [module, ...module.children.allSuites()];
  return parts.flatMap((part) =>
    part.errors().map((error) => ({
      file: pathOf(module),
      name: part.fullName ?? 'the file itself',
      ...reasonOf(error),
    })),
  );
}

/** Its message, what differed, and the line of ours where it arose. */
function reasonOf(error) {
  const lines = [error?.message, error?.diff].join('\n').split('\n');
  const where = error?.stack
    ?.split('\n')
    .find((line) => line.includes(root) && !/node_modules/.test(line));
  return {
    reason: [...lines, where?.trim().replaceAll(`${root}/`, '') ?? ''].map(bare).filter(Boolean),
  };
}

const bare = (line) => stripVTControlCharacters(line).trimEnd().slice(0, 300);

const spentOn = (module) => {
  const { setupDuration, collectDuration, duration } = module.diagnostic();
  return Math.round(setupDuration + collectDuration + duration);
};
