import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, safeName } from './name.rules.ts';

describe('names of files', () => {
  it('ATT-01 are folded, cut and given the ending of what the bytes are', () => {
    const png = (name: string) => safeName(name, 'image/png');
    expect(png('猫.png')).toBe('猫.png');
    expect(png('发票\u202egpj.exe')).toBe('发票gpj.exe.png');
    expect(png('../../x')).toBe('x.png');
    expect(png('..\\..\\x')).toBe('x.png');
    expect(png('C:\\x')).toBe('x.png');
    expect(png('CON')).toBe('_CON.png');
    expect(safeName('aux.txt', 'text/plain')).toBe('_aux.txt');
    expect(png('.htaccess')).toBe('htaccess.png');
    expect(png('\u200b.htaccess')).toBe('htaccess.png');
    expect(png('ａ．ｅｘｅ')).toBe('a.exe.png');
    expect(png('')).toBe('file.png');
    expect(png('"><img src=x onerror=alert(1)>.png')).not.toMatch(/[<>"=]/);
    expect(png('a.jpg\0.html')).toBe('a.jpg.html.png');
    expect(
      safeName('订单.XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
    ).toBe('订单.xlsx');
  });

  it('ATT-01 whatever was claimed: short, visible, without path, and of an ending that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('image/png', 'application/pdf', 'text/plain'),
        (claimed, mime) => {
          const name = safeName(claimed, mime);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(130);
          expect(name).not.toMatch(/[\\/:*?"<>|]|[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]|^\.|^\s|\s$/u);
          expect(name.isWellFormed()).toBe(true);
          expect(name).toMatch(/\.(png|pdf|txt|csv|md|log|tsv)$/);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
          expect(attachment(name)).toMatch(
            /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.%~-]+$/,
          );
        },
      ),
    );
  });

  it('ATT-03 keeps the Chinese name for programs that can read it', () => {
    expect(attachment('发票.pdf')).toBe(
      'attachment; filename="__.pdf"; filename*=UTF-8\'\'%E5%8F%91%E7%A5%A8.pdf',
    );
  });
});
