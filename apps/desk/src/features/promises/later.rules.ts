const traditional = /[們個這裡為會發貨給後開說請對時間電話貼點從還幫覆訂單運費買賣進]/;

type Language = 'zh-CN' | 'zh-TW' | 'en';

/** Language a sentence to a buyer was said in. */
export function languageOf(sentence: string): Language {
  if (!/\p{Script=Han}/u.test(sentence)) return 'en';
  return traditional.test(sentence) ? 'zh-TW' : 'zh-CN';
}

/** What a buyer is told of a later time, in the language of the promise; a beginning, to be made one's own. */
export function laterWords(sentence: string, dueAt: string, timezone: string): string {
  const language = languageOf(sentence);
  const when = new Intl.DateTimeFormat(language, {
    ...{ timeZone: timezone, month: 'long', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(new Date(dueAt));
  const words: Readonly<Record<Language, string>> = {
    'zh-CN': `抱歉，之前答应您的事要稍晚一些，最晚${when}前给您办好。`,
    'zh-TW': `不好意思，先前答應您的事會稍微晚一點，最晚 ${when} 前幫您處理好。`,
    en: `Sorry, what we promised needs a little longer. You will have it by ${when} at the latest.`,
  };
  return words[language];
}
