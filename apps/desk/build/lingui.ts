import { makeConfig } from '@lingui/conf';

const linguiConfig = makeConfig({ locales: ['en'], sourceLocale: 'en' }, { skipValidation: true });

/** The babel plugin that turns `t` and `Trans` into message ids; with texts only for reading them out. */
export const linguiMacro = (keepTexts: boolean) => [
  '@lingui/babel-plugin-lingui-macro',
  { stripMessageField: !keepTexts, linguiConfig },
];
