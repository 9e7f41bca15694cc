import { createClient } from '@guitai/sdk';
import { i18n } from '@lingui/core';

/** The API on the page's own origin; refusals come back in the reader's language. */
export const api = createClient({ baseUrl: '', locale: () => i18n.locale as Locale });

/** Languages in which the desk is complete. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof locales)[number];
