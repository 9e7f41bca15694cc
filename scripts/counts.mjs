// Passed and failed tests of the last `npm test`, for .ci/run.
import { countTests } from './lib/counts.mjs';

const { passed, failed } = countTests();
console.log(passed, failed);
