import { makeConfig } from '@lingui/conf';
import babel from '@rolldown/plugin-babel';

const linguiConfig = makeConfig({ locales: ['en'], sourceLocale: 'en' }, { skipValidation: true });

/** The babel plugin that turns `t` and `Trans` into message ids; with texts only for reading them out. */
export const linguiMacro = (keepTexts: boolean) => [
  '@lingui/babel-plugin-lingui-macro',
  { stripMessageField: !keepTexts, linguiConfig },
];

/** The same as a part of a Vite or Vitest configuration: only files that use the macros are touched. */
export const linguiMacros = (keepTexts = false) =>
  babel({
    presets: [
      {
        preset: () => ({ plugins: [linguiMacro(keepTexts)] }),
        rolldown: { filter: { code: /@lingui\/(?:react|core)\/macro/ } },
      },
    ],
    sourceMap: false,
  });
