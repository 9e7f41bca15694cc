let last: 'pointer' | 'keyboard' = 'keyboard';

addEventListener('pointerdown', () => (last = 'pointer'), { capture: true, passive: true });
addEventListener('keydown', () => (last = 'keyboard'), { capture: true, passive: true });

/** True when the last thing the person touched was a mouse: a field may take the focus for them. */
export const byMouse = (): boolean => last === 'pointer' && matchMedia('(hover: hover)').matches;
