import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { linguiMacro } from './build/lingui.ts';
import { slimContractPlugin } from './build/slim-contract-plugin.ts';
import { wordsPlugin } from './build/words-plugin.ts';

const linguiMacros = {
  preset: () => ({ plugins: [linguiMacro(false)] }),
  rolldown: { filter: { code: /@lingui\/(?:react|core)\/macro/ } },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [
    slimContractPlugin(),
    wordsPlugin(),
    react(),
    babel({ presets: [linguiMacros], sourceMap: false }),
  ],
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
