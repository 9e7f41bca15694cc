import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { linguiMacros } from './apps/desk/build/lingui.ts';

/** Tests of the web apps and scripts that need neither a database nor a browser. */
const plain = {
  plugins: [linguiMacros(true)],
  test: {
    name: 'web',
    include: ['apps/{desk,widget,storefront}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    sequence: { groupOrder: 1 },
  },
};

/** What takes minutes: rides that kill the product, walks over every route, processes of their own. */
const long =
  /\/test\/(kills|care-kills|webhook-kills|isolation|hostile)|\/cli\/|main\.test|rebuild/;

/** The long ones first, so that no worker is left alone with one at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    projects: ['apps/server/vitest.config.ts', plain],
    sequence: { sequencer: LongFirst },
  },
});
