// What failed in the last `npm test`, for the end of .ci/run: long output is cut in its middle.
import { failureLines } from './lib/counts.mjs';

for (const line of failureLines()) console.log(line);
