import { globSync, readFileSync } from 'node:fs';
import { type PluginItem, transformSync, types } from '@babel/core';
import { linguiMacro } from './lingui.ts';

const src = new URL('../src/', import.meta.url);

/** A string of the desk as it stands in the source. */
export interface Found {
  /** `text`, or `text@@context`: the key in the words files. */
  readonly source: string;
  /** File below `src`. */
  readonly file: string;
}

export interface Reading {
  readonly messages: Found[];
  /** Words in the source that no language can translate. */
  readonly bare: string[];
}

/** Reads every message of the desk out of its source, by the same macro that builds it. */
export function readMessages(): Reading {
  const reading: Reading = { messages: [], bare: [] };
  for (const file of globSync('**/*.{ts,tsx}', { cwd: src }).sort()) {
    if (/\.test\.tsx?$|\.d\.ts$/.test(file)) continue;
    readFile(file, readFileSync(new URL(file, src), 'utf8'), reading);
  }
  return reading;
}

function readFile(file: string, code: string, reading: Reading): void {
  if (/@lingui\/(?:react|core)\/macro/.test(code)) collect(file, code, reading);
  if (file.endsWith('.tsx')) lookForBareWords(file, code, reading);
}

const parse = (file: string, code: string, plugins: PluginItem[]) =>
  transformSync(code, {
    filename: file,
    configFile: false,
    babelrc: false,
    code: false,
    ast: true,
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins,
  });

function collect(file: string, code: string, reading: Reading): void {
  const take = {
    visitor: {
      Program: {
        exit(path: { traverse: (visitor: object) => void }) {
          path.traverse({
            enter({ node }: { node: types.Node }) {
              if (types.isObjectExpression(node)) add(node.properties);
              if (types.isJSXOpeningElement(node)) addJsx(node);
            },
          });
        },
      },
    },
  };
  const push = (fields: Map<string, string>) => {
    const message = fields.get('message');
    if (message === undefined || !fields.has('id')) return;
    const context = fields.get('context');
    reading.messages.push({ source: context ? `${message}@@${context}` : message, file });
  };
  const add = (properties: types.ObjectExpression['properties']) => {
    const fields = new Map<string, string>();
    for (const property of properties) {
      if (!types.isObjectProperty(property) || !types.isStringLiteral(property.value)) continue;
      const name = types.isIdentifier(property.key)
        ? property.key.name
        : types.isStringLiteral(property.key)
          ? property.key.value
          : '';
      fields.set(name, property.value.value);
    }
    push(fields);
  };
  const addJsx = (node: types.JSXOpeningElement) => {
    const fields = new Map<string, string>();
    for (const attribute of node.attributes) {
      if (!types.isJSXAttribute(attribute)) continue;
      const { value } = attribute;
      const text = types.isJSXExpressionContainer(value) ? value.expression : value;
      if (types.isStringLiteral(text)) fields.set(String(attribute.name.name), text.value);
    }
    push(fields);
  };
  parse(file, code, [linguiMacro(true) as PluginItem, take as PluginItem]);
}

const spoken = new Set([
  'title',
  'alt',
  'placeholder',
  'aria-label',
  'label',
  'name',
  'description',
]);

/** JSX text and spoken attributes outside of `Trans` and `t`. */
function lookForBareWords(file: string, code: string, reading: Reading): void {
  const note = (node: { loc?: { start: { line: number } } | null }, text: string) =>
    reading.bare.push(`${file}:${node.loc?.start.line}: ${text.trim()}`);
  parse(file, code, [
    {
      visitor: {
        JSXText(path: { node: types.JSXText; findParent: (f: (p: never) => boolean) => unknown }) {
          if (!/\p{L}{2,}/u.test(path.node.value)) return;
          const inTrans = path.findParent(({ node }: { node: types.Node }) => isTrans(node));
          if (!inTrans) note(path.node, path.node.value);
        },
        JSXAttribute({ node }: { node: types.JSXAttribute }) {
          if (!spoken.has(String(node.name.name)) || !types.isStringLiteral(node.value)) return;
          if (/\p{Lu}|\p{Script=Han}|\s/u.test(node.value.value)) note(node, node.value.value);
        },
      },
    },
  ]);
}

const isTrans = (node: types.Node): boolean =>
  types.isJSXElement(node) &&
  types.isJSXIdentifier(node.openingElement.name) &&
  ['Trans', 'Plural', 'Select'].includes(node.openingElement.name.name);
