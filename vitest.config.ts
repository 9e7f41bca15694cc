import { defineConfig } from 'vitest/config';
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

export default defineConfig({ test: { projects: ['apps/server/vitest.config.ts', plain] } });
