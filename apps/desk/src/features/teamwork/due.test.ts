import { describe, expect, it } from 'vitest';
import { dueTone, fromField, toField } from './due.ts';

describe('due times', () => {
  it('are meant in the shop’s time zone, over a change of clocks too', () => {
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata'])
      for (const text of ['2026-03-08T09:30', '2026-03-29T12:00', '2026-11-01T23:59'])
        expect(toField(fromField(text, zone), zone)).toBe(text);
    expect(fromField('2026-03-10T10:00', 'Asia/Shanghai')).toBe('2026-03-10T02:00:00.000Z');
    expect(fromField('', 'Asia/Shanghai')).toBeNull();
  });

  it('are late once they have passed, and only while somebody has to do it', () => {
    const now = Date.parse('2026-03-10T02:00:00Z');
    expect(dueTone('2026-03-10T01:59:59Z', true, now)).toBe('late');
    expect(dueTone('2026-03-10T01:59:59Z', false, now)).toBe('plain');
    expect(dueTone('2026-03-11T01:00:00Z', true, now)).toBe('soon');
    expect(dueTone(null, true, now)).toBe('plain');
  });
});
