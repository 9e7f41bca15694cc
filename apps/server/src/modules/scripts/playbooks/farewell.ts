import { type PlaybookText, said } from './shape.ts';

export const farewell: PlaybookText = {
  id: 'farewell',
  name: said('未成交道别', '未成交道別', 'Farewell without sale'),
  when: said(
    '买家说“再看看”或不再回复。不追问、不催促，留下一个回来的理由，一次就够。',
    '買家說「再看看」或不再回覆。不追問、不催促，留下一個回來的理由，一次就夠。',
    'The buyer will “think about it”, or falls silent. No pressing; leave one reason to come back, once.',
  ),
  steps: [
    {
      title: said('弄清缺什么', '弄清楚缺什麼', 'What is missing?'),
      when: said('买家说再看看', '買家說再看看', '“I will think about it”'),
      text: said(
        '好的，您慢慢比。方便说说还差一点的是价格、款式，还是时间吗？我好知道以后有什么该先告诉您。',
        '好的，您慢慢比較。方便說說還差的是價格、款式，還是時間嗎？之後有合適的我才知道要先通知您。',
        'Of course, compare at leisure. May I ask what was missing: price, style or timing? Then I know what is worth telling you about.',
      ),
    },
    {
      title: said('推荐一个替代', '推薦一個替代', 'One alternative'),
      when: said('知道了原因', '知道原因之後', 'You know why'),
      text: said(
        '按您说的，这一款可能更合适，我把它发给您，只推荐这一个。不合适也没关系，当作参考。',
        '依您說的，這一款可能更合適，我傳給您，只推薦這一個。不合適也沒關係，當作參考。',
        'From what you say this one may suit you better. I am sending just this one; if it does not, no harm done.',
      ),
    },
    {
      title: said('道别留门', '道別留門', 'Leave the door open'),
      when: said('买家不打算买', '買家不打算買', 'Not buying today'),
      text: said(
        '谢谢您今天来看，聊得很愉快。商品先帮您留意着，降价或到货我会告诉您一声；不需要通知也可以跟我说。祝您顺心。',
        '謝謝您今天來逛，聊得很開心。商品我先幫您留意，降價或補貨會通知您；不需要通知也請跟我說。祝您順心。',
        'Thank you for looking in. I will keep an eye on it for you and say a word when the price drops or it is back; just tell me if you would rather not. All the best.',
      ),
    },
    {
      title: said('没有回音时', '沒有回音時', 'After silence'),
      when: said(
        '半天没有回复，只发一次',
        '半天沒有回覆，只傳一次',
        'Half a day without an answer; once only',
      ),
      text: said(
        '刚才说到一半，怕您忙忘了。问题的答案都在上面，什么时候想起来再回我都行，{shop.name|本店}一直在。',
        '剛才聊到一半，怕您忙忘了。答案都在上面，什麼時候想到再回我都可以，{shop.name|本店}一直都在。',
        'We stopped half way and you may be busy. The answers are all above; come back whenever it suits you. {shop.name|We} will be here.',
      ),
    },
  ],
};
