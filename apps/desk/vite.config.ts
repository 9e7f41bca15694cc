import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunks } from './build/chunks.ts';
import { linguiMacros } from './build/lingui.ts';
import { oneContextPlugin } from './build/one-context-plugin.ts';
import { slimContractPlugin } from './build/slim-contract-plugin.ts';
import { wordsPlugin } from './build/words-plugin.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [oneContextPlugin(), slimContractPlugin(), wordsPlugin(), react(), linguiMacros()],
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: chunks() },
  },
});
