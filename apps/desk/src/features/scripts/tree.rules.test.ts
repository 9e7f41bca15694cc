import { describe, expect, it } from 'vitest';
import type { Folder } from './library.ts';
import { folderMove, type Spot, spotsOf } from './tree.rules.ts';

const folder = (id: string, parentId: string | null, position: number) =>
  ({ id, parentId, position, name: id, scope: 'team', shopId: null, can: [] }) as unknown as Folder;

const spots = spotsOf(
  [
    folder('售前', null, 0),
    folder('售后', null, 1),
    folder('退款', '售后', 0),
    folder('运费', '退款', 0),
  ],
  [],
);
const at = (key: string) => spots.find((one) => one.key === key) as Spot;
const move = (key: string, arrow: string) => folderMove(spots, at(key), arrow);

describe('SCR-01 folders moved by Alt and an arrow', () => {
  it('go up and down among those beside them, never above the first', () => {
    expect(move('售后', 'ArrowUp')).toEqual({ position: 0 });
    expect(move('售前', 'ArrowUp')).toEqual({ position: 0 });
    expect(move('售前', 'ArrowDown')).toEqual({ position: 1 });
  });

  it('go into the one above, and stay where there is none', () => {
    expect(move('售后', 'ArrowRight')).toEqual({ parentId: '售前' });
    expect(move('售前', 'ArrowRight')).toBe('stay');
  });

  it('come out of the one they lie in; at the top the key is none of theirs', () => {
    expect(move('运费', 'ArrowLeft')).toEqual({ parentId: '售后' });
    expect(move('退款', 'ArrowLeft')).toEqual({ parentId: null });
    expect(move('售前', 'ArrowLeft')).toBeUndefined();
    expect(move('售前', 'PageUp')).toBeUndefined();
  });
});
