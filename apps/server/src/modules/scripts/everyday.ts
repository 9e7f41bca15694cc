import { said } from './playbooks/shape.ts';

/** What every counter says every day; a sample shop begins with it. */
export const everydayLines = [
  {
    code: 'nh',
    title: said('问好', '問候', 'Hello'),
    text: said(
      '{buyer.name|您}好，我是{shop.name|本店}的{agent.name|客服}，有什么可以帮您？',
      '{buyer.name|您}好，我是{shop.name|本店}的{agent.name|客服}，請問需要什麼協助？',
      'Hello {buyer.name|there}, this is {agent.name|the team} of {shop.name|the shop}. How can I help?',
    ),
  },
  {
    code: 'fh',
    title: said('什么时候发货', '什麼時候出貨', 'When does it ship?'),
    text: said(
      '现货订单每天 16 点前付款当天发出，之后的次日发出。您的订单{order.number|}发货后单号会自动发给您。',
      '現貨訂單每天 16 點前付款當天出貨，之後的隔天出貨。您的訂單{order.number|}出貨後會自動傳單號給您。',
      'What is in stock ships the same day when paid before 4 pm, otherwise the next day. The parcel number of {order.number|your order} comes to you by itself.',
    ),
  },
  {
    code: 'tk',
    title: said('退款流程', '退款流程', 'How a refund works'),
    text: said(
      '您好，订单{order.number}的退款我来帮您处理：原路退回，一般 1 到 3 个工作日到账。请问退款原因是？',
      '您好，訂單{order.number}的退款我來幫您處理：原路退回，一般 1 到 3 個工作天入帳。請問退款原因是？',
      'I will see to the refund of order {order.number}: it goes back the way it was paid, usually within 1 to 3 working days. May I ask the reason?',
    ),
  },
  {
    code: 'wl',
    title: said('物流到哪了', '物流進度', 'Where is my parcel?'),
    text: said(
      '您的包裹由{logistics.carrier}承运，单号{logistics.number}，最新：{logistics.latest|在路上}。',
      '您的包裹由{logistics.carrier}配送，單號{logistics.number}，最新進度：{logistics.latest|運送中}。',
      'Your parcel travels with {logistics.carrier}, number {logistics.number}; latest: {logistics.latest|on its way}.',
    ),
  },
  {
    code: 'cf',
    title: said('尺寸与材质', '尺寸與材質', 'Size and material'),
    text: said(
      '尺寸和材质都在详情页“规格”一栏，手工制作会有 1 厘米以内的误差。您打算用在哪里？我帮您看合不合适。',
      '尺寸與材質都在商品頁「規格」，手工製作會有 1 公分以內的誤差。您打算用在哪裡？我幫您看合不合適。',
      'Size and material stand under “Specification”; made by hand, it may differ by up to a centimetre. Where will it be used? I will see whether it fits.',
    ),
  },
] as const;
