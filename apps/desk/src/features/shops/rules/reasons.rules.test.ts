import { expect, test } from 'vitest';
import { reasonsOf } from './reasons.rules.ts';

test('reasons that were there stay, known codes need no words, what is typed becomes one of the shop’s own', () => {
  const before = [{ code: 'own_1', text: '颜色不对' }];
  expect(reasonsOf(['own_1', 'other', '  Too loud ', '太吵', ''], before, ['other'])).toEqual([
    { code: 'own_1', text: '颜色不对' },
    { code: 'other', text: '' },
    { code: 'too_loud', text: 'Too loud' },
    { code: 'own_2', text: '太吵' },
  ]);
});
