import { expect, test } from 'vitest';
import { inkOn, originOf, scriptTag } from './origins.rules.ts';

test('what is typed as a domain becomes an exact origin', () => {
  expect(originOf('shop.example')).toBe('https://shop.example');
  expect(originOf(' https://Shop.Example/cart?x=1 ')).toBe('https://shop.example');
  expect(originOf('http://shop.example:8080/')).toBe('http://shop.example:8080');
  expect(originOf('localhost:3000')).toBe('http://localhost:3000');
  expect(originOf('青竹.cn')).toBe('https://xn--2uzn49c.cn');
  expect(originOf('shop')).toBeUndefined();
  expect(originOf('javascript:alert(1)')).toBeUndefined();
  expect(originOf('two words.example')).toBeUndefined();
  expect(originOf('')).toBeUndefined();
});

test('the script tag names site and colour', () => {
  expect(scriptTag('https://desk.example', 'site_12345678', '#0f766e')).toBe(
    '<script src="https://desk.example/widget/loader.js" data-site="site_12345678" data-colour="#0f766e" async></script>',
  );
});

test('letters on a colour can be read', () => {
  expect(inkOn('#0f766e')).toBe('#ffffff');
  expect(inkOn('#ffe000')).toBe('#000000');
});
