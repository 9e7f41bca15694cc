import { describe, expect, it } from 'vitest';
import { blocksOf, piecesOf } from './markdown.rules.ts';

describe('texts of announcements', () => {
  it('know headings, lists, strong words and links, and nothing else', () => {
    expect(blocksOf('# 排班\n- **周一** 早班\n- 周二\n1. 甲\n2. 乙\n\n<script>x</script>')).toEqual(
      [
        { kind: 'heading', pieces: [{ kind: 'text', text: '排班' }] },
        {
          kind: 'list',
          ordered: false,
          items: [
            [
              { kind: 'strong', text: '周一' },
              { kind: 'text', text: ' 早班' },
            ],
            [{ kind: 'text', text: '周二' }],
          ],
        },
        {
          kind: 'list',
          ordered: true,
          items: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]],
        },
        { kind: 'line', pieces: [{ kind: 'text', text: '<script>x</script>' }] },
      ],
    );
  });

  it('link to web addresses only', () => {
    expect(piecesOf('见 https://example.com/a，再看 [表](https://example.com/b)')).toEqual([
      { kind: 'text', text: '见 ' },
      { kind: 'link', text: 'https://example.com/a', href: 'https://example.com/a' },
      { kind: 'text', text: '，再看 ' },
      { kind: 'link', text: '表', href: 'https://example.com/b' },
    ]);
    expect(piecesOf('[x](javascript:alert(1))').some(({ kind }) => kind === 'link')).toBe(false);
  });
});
