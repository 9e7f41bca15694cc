import type { Plugin } from 'vite';

/**
 * Every field of antd reads one context of its forms, and asks for it in a way that brings the whole form library, checks
 * included (15 kB gzip). The desk has no form of antd; it gets the context from the file that holds it.
 */
export const oneContextPlugin = (): Plugin => ({
  name: 'guitai-one-context',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^@rc-component\/form$/ },
    handler(_, importer) {
      if (!importer?.replaceAll('\\', '/').endsWith('antd/es/form/context.js')) return null;
      return this.resolve('@rc-component/form/es/FormContext.js', importer);
    },
  },
});
