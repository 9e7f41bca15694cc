import { type PlaybookText, said } from './shape.ts';

export const review: PlaybookText = {
  id: 'confirmation_review',
  name: said('请确认收货与评价', '請確認收貨與評價', 'Asking for confirmation and review'),
  when: said(
    '签收两三天后，确认买家用得满意才开口。不许诺好评返现，不代写；不满意先处理，再谈评价。',
    '簽收兩三天後，確認買家用得滿意才開口。不以好評換現金，不代寫；不滿意先處理，再談評價。',
    'Two or three days after delivery, and only when the buyer is content. Never pay for praise, never write it for them; a complaint is settled first.',
  ),
  steps: [
    {
      title: said('先问用得如何', '先問使用狀況', 'First: how is it?'),
      when: said('签收后两三天', '簽收後兩三天', 'Two or three days after delivery'),
      text: said(
        '{buyer.name|您}好，{order.product|商品}用了几天，还顺手吗？有哪里不合适直接跟我说，我来处理。',
        '{buyer.name|您}好，{order.product|商品}用了幾天，還順手嗎？有哪裡不合適直接跟我說，我來處理。',
        'Hello {buyer.name|there}, how do you like {order.product|it} after a few days? If anything is not right tell me straight away and I will see to it.',
      ),
    },
    {
      title: said('请确认收货', '請確認收貨', 'Please confirm'),
      when: said('买家说没问题', '買家說沒問題', 'All is well'),
      text: said(
        '太好了。方便时请在订单{order.number|}里点一下“确认收货”，之后的售后和保修照常，不会受影响。',
        '太好了。方便時請在訂單{order.number|}按一下「完成訂單」，之後的售後與保固照常，不受影響。',
        'Glad to hear it. When you have a moment please confirm order {order.number|}; your guarantee and returns stay exactly as they are.',
      ),
    },
    {
      title: said('请写真实评价', '請寫真實評價', 'An honest word'),
      when: said('买家表示满意', '買家表示滿意', 'The buyer is content'),
      text: said(
        '如果愿意，请写几句真实的使用感受，拍张图更好。好的不好的都可以写，后面的买家会感谢您，我们也照着改。',
        '如果願意，請寫幾句真實的使用心得，附張照片更好。好的不好的都可以寫，之後的買家會感謝您，我們也會照著改進。',
        'If you like, leave a few honest words, perhaps with a picture. Good and bad are both welcome: other buyers will thank you, and we learn from it.',
      ),
    },
    {
      title: said('有不满先解决', '有不滿先處理', 'Unhappy: settle it first'),
      when: said('买家说有问题', '買家說有問題', 'Something is wrong'),
      text: said(
        '谢谢您告诉我，评价先不急，先把问题解决。请拍张照片给我，退、换或补偿我给您两个方案，由您选。',
        '謝謝您告訴我，評價不急，先把問題解決。請拍張照片給我，退、換或補償我給您兩個方案，由您選。',
        'Thank you for telling me. The review can wait; let us put this right first. Send me a photo and I will offer you two ways, return, exchange or a refund in part, and you choose.',
      ),
    },
    {
      title: said('谢评价', '感謝評價', 'Thanks'),
      when: said('评价已写', '評價已寫', 'The review is there'),
      text: said(
        '评价看到了，谢谢您花时间写。提到的建议我已转给仓库。下次来还找我：{agent.name|我们都在}。',
        '看到您的評價了，謝謝您花時間寫。提到的建議我已轉給倉庫。下次來還是找我：{agent.name|我們都在}。',
        'I have read your review; thank you for the time. Your suggestion is with the warehouse already. Ask for {agent.name|us} next time.',
      ),
    },
  ],
};
