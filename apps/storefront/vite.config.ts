import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/shop/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
