import { type PlaybookText, said } from './shape.ts';

export const reassure: PlaybookText = {
  id: 'reassurance',
  name: said('购后安心', '購後安心', 'Reassurance after purchase'),
  when: said(
    '付款后到收货前。主动说下一步会发生什么，买家就不必来问；出了岔子先说，再说怎么办。',
    '付款後到收貨前。主動說下一步會發生什麼，買家就不用來問；出狀況要先說，再說怎麼處理。',
    'Between payment and delivery. Say what happens next before it is asked; when something goes wrong, say so first and then what you do about it.',
  ),
  steps: [
    {
      title: said('谢单并核对', '感謝並核對', 'Thank and check'),
      when: said('刚付款', '剛付款', 'Just paid'),
      text: said(
        '谢谢{buyer.name|您}的信任。您买的是{order.product|店里的商品}，订单{order.number|已收到}，我再帮您核对一遍规格，没问题就安排发货。',
        '謝謝{buyer.name|您}的支持。您購買的是{order.product|店內商品}，訂單{order.number|已收到}，我再幫您核對一次規格，沒問題就安排出貨。',
        'Thank you, {buyer.name|and welcome}. You ordered {order.product|from us}, order {order.number|received}; I am checking the version once more and then it goes to packing.',
      ),
    },
    {
      title: said('说清何时发货', '說清楚何時出貨', 'When it ships'),
      when: said('等待发货时', '等待出貨時', 'Waiting to be shipped'),
      text: said(
        '您的订单{order.number|}正在备货，我们按付款先后打包。一发出单号就会自动发给您，不用守着看；中间有任何变化我会先告诉您。',
        '您的訂單{order.number|}正在備貨，我們依付款順序包裝。一出貨就會把單號傳給您，不用一直盯著；中間有任何變化我會先跟您說。',
        'Your order {order.number|} is being prepared; we pack in the order of payment. The parcel number comes to you by itself the moment it ships, and I will tell you first if anything changes.',
      ),
    },
    {
      title: said('在路上', '配送途中', 'On its way'),
      when: said('已发货，买家问到哪了', '已出貨，買家詢問進度', 'Shipped and asked about'),
      text: said(
        '您的包裹由{logistics.carrier}承运，单号{logistics.number}，目前{logistics.status|在路上}。我替您盯着，超过两天不动我就去催。',
        '您的包裹由{logistics.carrier}配送，單號{logistics.number}，目前{logistics.status|在路上}。我幫您盯著，超過兩天沒動靜我就去催。',
        'Your parcel travels with {logistics.carrier}, number {logistics.number}; it is {logistics.status|on its way}. I keep an eye on it and will chase it if it stands still for two days.',
      ),
    },
    {
      title: said('出了岔子先认', '出狀況先承認', 'When something is late'),
      when: said('发货晚了或包裹停滞', '出貨延遲或包裹停滯', 'Late or stuck'),
      text: said(
        '抱歉，这次让您久等了。我查到包裹目前{logistics.status|还没有更新}，已经联系快递核实，今天之内给您答复；如果丢了，补发或退款由您选。',
        '抱歉，這次讓您久等了。我查到包裹目前{logistics.status|還沒有更新}，已請物流確認，今天內回覆您；如果遺失，補寄或退款由您決定。',
        'I am sorry this takes longer than it should. The parcel is {logistics.status|without news} right now; the carrier is looking into it and you will hear from me today. Should it be lost, a new one or your money back is your choice.',
      ),
    },
    {
      title: said('收货当天', '收貨當天', 'The day it arrives'),
      when: said('显示已签收', '顯示已簽收', 'Signed for'),
      text: said(
        '看到包裹签收了，东西合心意吗？先别急着丢包装，检查没问题再收。用法上有不清楚的随时问我。',
        '看到包裹簽收了，東西還滿意嗎？包裝先留著，檢查沒問題再收。使用上有不清楚的隨時問我。',
        'I see it has arrived. Is it what you hoped for? Keep the packing until you have looked it over, and ask me anything about using it.',
      ),
    },
  ],
};
