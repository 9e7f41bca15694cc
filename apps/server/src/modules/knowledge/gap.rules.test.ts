import { describe, expect, it, test } from 'vitest';
import { isQuestion, likeness, mostAlike, questionIn, withoutOwn } from './gap.rules.ts';

describe('KB-05 what is a question, and which are one', () => {
  test.each(['能水洗吗', '多久发货？', 'How do I clean it?', 'is it in stock now', '可以开发票不'])(
    '%s asks',
    (text) => expect(isQuestion(text)).toBe(true),
  );
  test.each(['在吗', '在吗？', '好的谢谢', 'A copy would be great.', '你好', '收到了，很满意'])(
    '%s does not',
    (text) => expect(isQuestion(text)).toBe(false),
  );

  it('alike ones are one, others are not', () => {
    const known = [{ id: 1, tokens: likeness('t', '藤编篮子能水洗吗') }];
    expect(mostAlike(likeness('t', '你们的藤编的篮子可不可以水洗呀'), known)?.id).toBe(1);
    expect(mostAlike(likeness('t', '藤编篮子多久发货'), known)).toBeNull();
  });

  it('keeps the question and nothing of its asker', () => {
    const text = '你好。能水洗吗？我的电话 138 1234 5678，邮箱 a.b@c.com';
    expect(questionIn(text)).toBe('能水洗吗？');
    expect(
      withoutOwn('单号 SF1234567890 打 138-1234-5678 或 a.b@c.com 看 https://x.y/z'),
    ).not.toMatch(/\d{5}|@|http/);
  });
});
