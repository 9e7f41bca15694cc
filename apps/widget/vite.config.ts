import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { shortWords } from './build/short-words-plugin.ts';

const here = import.meta.dirname;

/** The frame's only lazy chunks are words; they need none of Vite's preloading code (1.5 kB). */
const noPreload: Plugin = {
  name: 'no-preload',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
  renderChunk: (code) =>
    code.replace(/__vitePreload\(\(\)\s*=>\s*(import\([^)]*\)),[^)]*\)/g, '$1'),
};

/** Names that live in the frame's own code alone: never on the page, in storage, in a frame or a reply. */
const ownNames = [
  ...[
    'panel',
    'pending',
    'refused',
    'changing',
    'busy',
    'fault',
    'notice',
    'said',
    'checks',
    'seen',
  ],
  ...['putFiles', 'scrolled', 'checkedAddress', 'picture', 'retry', 'put', 'drop', 'expanded'],
  ...['ensureSecret', 'replaceSecret', 'isAnother', 'identify', 'renew', 'onProgress', 'bytes'],
  ...['sound', 'check', 'typing', 'allow', 'forget', 'secret', 'hello', 'share', 'icon', 'word'],
  ...['onFrame', 'onLine', 'onPatch', 'onSent', 'onAdd', 'kept', 'kids', 'flush', 'turn'],
];

const terse = {
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
} as const;

/** The frame. The loader is a second, plain build: `vite build --mode loader`. */
const frame = defineConfig({
  root: here,
  base: '/widget/',
  publicDir: false,
  oxc: { jsx: { runtime: 'classic', pragma: 'h', development: false } },
  plugins: [noPreload, shortWords()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    modulePreload: false,
    assetsInlineLimit: 0,
    minify: 'terser',
    terserOptions: {
      ...terse,
      module: true,
      mangle: { properties: { regex: new RegExp(`^(${ownNames.join('|')})$`) } },
    },
    rollupOptions: {
      input: resolve(here, 'frame.html'),
      output: {
        entryFileNames: 'assets/[name]-[hash:6].js',
        chunkFileNames: 'assets/[name]-[hash:6].js',
      },
    },
  },
});

const loader = defineConfig({
  root: here,
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: 'terser',
    terserOptions: terse,
    rollupOptions: {
      input: resolve(here, 'src/loader/loader.ts'),
      output: { format: 'iife', entryFileNames: 'loader.js' },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'loader' ? loader : frame));
