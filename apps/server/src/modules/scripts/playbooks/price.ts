import { type PlaybookText, said } from './shape.ts';

export const price: PlaybookText = {
  id: 'price_rounds',
  name: said('议价分轮', '議價分輪', 'Price talk in rounds'),
  when: said(
    '买家问能不能便宜。一轮只让一步，每一步都换回点什么；先给价值，再给优惠，最后给时限。超出权限的不要口头答应。',
    '買家問能不能算便宜一點。一輪只讓一步，每一步都換回一點什麼；先談價值，再給優惠，最後給期限。超出權限的不要口頭答應。',
    'The buyer asks for a better price. One step a round, each in exchange for something: value first, then an offer, then a date. Promise nothing beyond your authority.',
  ),
  steps: [
    {
      title: said('第一轮：问清再答', '第一輪：先問清楚', 'Round 1: ask before you answer'),
      when: said('第一次问“能便宜吗”', '第一次問「可以便宜嗎」', 'First time the price is asked'),
      text: said(
        '理解，谁都想买得划算。您是要一件自己用，还是几件一起？数量和款式定下来，我好帮您看现在有哪些活动能用上。',
        '了解，大家都想買得划算。您是自己要一件，還是幾件一起帶？數量和款式確定了，我幫您看目前有哪些優惠用得上。',
        'Of course, everybody wants good value. Is it one piece or several? Once I know how many and which, I can see what offers apply right now.',
      ),
    },
    {
      title: said('第二轮：说清值在哪里', '第二輪：說明價值', 'Round 2: what the price is made of'),
      when: said('买家拿别家价格来比', '買家拿別家價格來比', 'A cheaper shop is mentioned'),
      text: said(
        '便宜的同款我们也比过，差别主要在材质和售后：我们质检后发货，坏了包换，有问题找得到人。价格已经是日常的实价，所以我更想帮您把能用的优惠用足。',
        '市面上較便宜的款式我們也比過，差別主要在材質和售後：我們檢查後才出貨，壞了可換，有問題找得到人。這已經是平常的實價，所以我比較想幫您把能用的優惠用滿。',
        'We know the cheaper ones; the difference is material and what happens afterwards: checked before shipping, replaced when faulty, a person to talk to. The price is an honest everyday one, so let me rather make sure you get every offer there is.',
      ),
    },
    {
      title: said('第三轮：以量换价', '第三輪：以量換價', 'Round 3: more for more'),
      when: said('买家仍想再低一点', '買家還想再低一點', 'A little lower, please'),
      text: said(
        '单件真的让不动了。如果您带两件，或者和常用的配件一起拍，我可以按组合给您申请优惠。您看需要哪一样？',
        '單件真的沒辦法再低了。如果您帶兩件，或跟常用的配件一起買，我可以用組合幫您申請優惠。您看看需要哪一樣？',
        'On a single piece there is no room left. If you take two, or add the accessory most people need anyway, I can apply for a bundle price. Would one of these suit you?',
      ),
    },
    {
      title: said(
        '第四轮：最后一步加时限',
        '第四輪：最後一步加期限',
        'Round 4: one last step, with a date',
      ),
      when: said('买家愿意今天定', '買家願意今天下單', 'Ready to decide today'),
      text: said(
        '我按权限内能给的最多给您申请一次，今天下单有效，名额只有这一次，用了就没有更低的了。您确认要的话，我现在就去办，办好马上告诉您。',
        '我用權限內最多的額度幫您申請一次，今天下單有效，只有這一次，用了就沒有更低的。您確定要的話我現在就去辦，辦好馬上告訴您。',
        'I can ask once for the most I am allowed to give, valid for an order today; there is nothing below it. If you say yes I will do it now and tell you as soon as it is done.',
      ),
    },
    {
      title: said('谈不拢：体面地停', '談不攏：體面地停', 'No deal: stop with grace'),
      when: said('超出权限或买家坚持更低', '超出權限或買家堅持更低', 'Beyond your authority'),
      text: said(
        '这个价格我确实做不到，不想先答应您再反悔。我帮您留意活动，价格有变动第一时间告诉您，可以吗？您先收藏着，不买也没关系。',
        '這個價格我真的做不到，不想先答應您又反悔。我幫您留意活動，價格有變動會先通知您，好嗎？您先收藏，不買也沒關係。',
        'That price I cannot do, and I would rather say so than promise and take it back. May I let you know when it changes? Keep it on your list; no harm if you pass.',
      ),
    },
  ],
};
