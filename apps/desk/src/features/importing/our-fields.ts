import type { importing } from '@guitai/contract';

/** A field of ours that a file can fill; `of` for lists and groups. The server's own table is law; a test compares. */
export interface OurField {
  readonly name: string;
  readonly required?: true;
  /** How a list or group is filled. */
  readonly nested?: 'list' | 'object';
  readonly of?: readonly OurField[];
  /** Headers by which a column is taken for this field without being asked, in lower case. */
  readonly known?: readonly string[];
  /** Takes one of a closed list of words of ours. */
  readonly words?: WordList;
}

/** The closed lists of words; their names come from the screen. */
export type WordList =
  | 'orderStatus'
  | 'productStatus'
  | 'parcelStatus'
  | 'paymentKind'
  | 'direction';

const field = (name: string, known: readonly string[] = [], required?: true): OurField => ({
  name,
  known,
  ...(required ? { required } : {}),
});
const word = (
  name: string,
  words: WordList,
  known: readonly string[] = [],
  required?: true,
): OurField => ({
  ...field(name, known, required),
  words,
});
const list = (name: string, of: readonly OurField[], known: readonly string[] = []): OurField => ({
  name,
  nested: 'list',
  of,
  known,
});

const address: readonly OurField[] = [
  field('name', ['receiver', 'recipient', '收件人', '收件人姓名', '收货人', '收貨人']),
  field('phone', ['tel', 'mobile', '电话', '手机', '手机号', '联系电话', '電話', '手機']),
  field('country', ['国家', '國家']),
  field('province', ['state', '省', '省份']),
  field('city', ['市', '城市']),
  field('district', ['county', '区', '区县', '區']),
  field('street', ['address', 'address1', '地址', '详细地址', '收货地址', '詳細地址']),
  field('postcode', ['zip', 'postal code', '邮编', '郵遞區號']),
  field('raw'),
];

/** Our fields for each kind of file, in the order in which they are shown. */
export const ourFields: Record<importing.RecordKindWord, readonly OurField[]> = {
  products: [
    field(
      'externalId',
      ['id', 'product id', 'product_id', '商品id', '商品编号', '商品編號', '货号'],
      true,
    ),
    field('title', ['name', 'product', '商品名称', '商品名稱', '标题', '名称', '品名'], true),
    word('status', 'productStatus', ['状态', '狀態']),
    field('currency', ['币种', '幣別']),
    field('description', ['描述', '商品描述', '详情']),
    field('aliases', ['别名', '別名']),
    field('pictures', ['image', 'images', 'picture', '图片', '主图', '圖片']),
    field('url', ['link', '链接', '連結']),
    list('variants', [
      field('externalId', ['variant id', 'variant_id', 'sku id', '规格id', '規格id'], true),
      field('sku', ['sku编码', '商家编码', '规格编码']),
      field('options', ['规格', '規格']),
      field('price', ['unit price', '单价', '价格', '售价', '單價', '價格'], true),
      field('stock', ['quantity', 'inventory', '库存', '庫存']),
      field('available', ['在售', '可售']),
      field('pictureUrl'),
    ]),
  ],
  buyers: [
    field(
      'externalId',
      ['id', 'user id', 'user_id', 'customer id', '用户id', '买家id', '会员id'],
      true,
    ),
    field('name', ['姓名', '昵称', '买家昵称', '暱稱', 'nickname']),
    field('phone', ['tel', 'mobile', '电话', '手机', '手机号', '電話', '手機']),
    field('country'),
    field('email', ['e-mail', 'mail', '邮箱', '電子郵件']),
    field('level', ['等级', '会员等级', '會員等級', 'tier']),
    field('locale', ['language', '语言', '語言']),
    list('addresses', address),
    list('paymentMethods', [
      field('externalId', [], true),
      word('kind', 'paymentKind', [], true),
      field('sourceKind'),
      field('label'),
      field('balance', ['余额', '餘額']),
      field('currency'),
    ]),
  ],
  orders: [
    field(
      'externalId',
      ['order id', 'order_id', 'id', '订单id', '订单编号', '订单号', '訂單編號'],
      true,
    ),
    field('number', ['order number', '订单号', '订单编号', '訂單編號']),
    field('url'),
    word('status', 'orderStatus', ['order status', '订单状态', '状态', '訂單狀態'], true),
    field('sourceStatus', ['order status', '订单状态', '状态', '訂單狀態']),
    field('currency', ['币种', '幣別']),
    field('buyerExternalId', ['user id', 'user_id', 'customer id', '用户id', '买家id', '会员id']),
    list(
      'lines',
      [
        field('productExternalId', ['product id', 'product_id', '商品id', '商品编号']),
        field('variantExternalId', ['variant id', 'item id', 'item_id', '规格id']),
        field('sku', ['商家编码', 'sku编码']),
        field('title', ['product', 'product name', '商品名称', '商品', '標題']),
        field('options', ['规格', '規格']),
        field('pictureUrl'),
        field('url'),
        field('quantity', ['qty', '数量', '數量', '购买数量'], true),
        field('unit', ['price', 'unit price', '单价', '價格', '單價'], true),
        field('discount', ['line discount', '商品优惠']),
      ],
      ['items', '商品列表', '订单商品列表'],
    ),
    field('discount', ['优惠', '优惠金额', '折扣']),
    field('postage', ['shipping', '运费', '邮费', '運費']),
    field('total', ['amount', '总金额', '订单总金额', '实付金额', '總金額']),
    list('payments', [
      word('direction', 'direction'),
      word('kind', 'paymentKind', ['payment method', '支付方式', '付款方式']),
      field('sourceKind', ['payment method', '支付方式', '付款方式']),
      field('methodExternalId'),
      field('reference', ['transaction', '流水号', '交易号']),
      field('amount', ['paid', '支付金额', '付款金额'], true),
      field('at', ['paid at', '支付时间', '付款时间']),
    ]),
    { name: 'address', nested: 'object', of: address, known: ['收货地址', 'shipping address'] },
    field('buyerNote', ['note', 'message', '买家留言', '買家留言', '留言']),
    field('placedAt', ['created at', 'created', 'date', '下单时间', '创建时间', '下單時間']),
  ],
  parcels: [
    field('externalId', ['id', 'parcel id', '包裹id', '运单号', '快递单号'], true),
    field('orderExternalId', ['order id', 'order_id', '订单id', '订单号', '订单编号'], true),
    field('carrier', ['carrier code', '快递公司编码']),
    field('carrierName', ['carrier', 'courier', '快递公司', '物流公司', '物流']),
    field('number', ['tracking', 'tracking number', '运单号', '快递单号', '物流单号', '運單號']),
    word('status', 'parcelStatus', ['状态', '物流状态']),
    field('sourceStatus', ['状态', '物流状态']),
    field('promisedAt', ['预计送达', '承诺时间']),
    field('deliveredAt', ['签收时间', '送达时间']),
    field('variantExternalIds'),
    list(
      'steps',
      [
        field('at', ['time', '时间']),
        word('status', 'parcelStatus'),
        field('sourceStatus'),
        field('text', ['description', '描述', '内容']),
        field('place', ['location', '地点', '城市']),
        field('operator', ['操作人', '快递员']),
      ],
      ['events', 'track', '轨迹'],
    ),
  ],
  knowledge: [
    field('externalId', ['id', '编号'], true),
    field('productExternalId', ['product id', 'product_id', '商品id', '商品编号']),
    field('topic', ['category', '分类', '主题', '分類']),
    field('title', ['question', '标题', '问题', '標題', '問題'], true),
    field('body', ['answer', 'content', 'text', '内容', '答案', '回答', '正文'], true),
  ],
  reviews: [
    field('externalId', ['id', 'review id', '评价id', '评价编号', '評價編號'], true),
    field('productExternalId', ['product id', 'product_id', '商品id', '商品编号']),
    field('orderNumber', ['order number', 'order id', '订单号', '订单编号', '訂單編號']),
    field('sku', ['规格编码']),
    field('buyerExternalId', ['buyer id', 'customer id', '买家id', '会员id']),
    field('author', ['name', 'nickname', '昵称', '买家', '暱稱']),
    field('rating', ['stars', 'score', '评分', '星级', '評分', '星等'], true),
    field('words', ['content', 'text', 'comment', '评价内容', '内容', '評價內容']),
    field('pictures', ['images', '图片', '照片']),
    field('postedAt', ['time', 'created', 'date', '评价时间', '时间', '評價時間'], true),
    field('reply', ['answer', '回复', '商家回复', '回覆']),
    field('repliedAt', ['回复时间', '回覆時間']),
  ],
  orderRecords: [
    field('orderExternalId', ['order id', 'order_id', '订单id', '订单号', '订单编号'], true),
    field('topic', ['kind', 'type', '类型', '類型'], true),
    field('data'),
  ],
};
