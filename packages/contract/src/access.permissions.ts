/**
 * Every permission of the product, `resource:action` written `resource.action`, with its name for people.
 * A route names one of these; a role or an API key grants some of them with a scope. What is not granted is refused.
 */
export const permissions = {
  'conversations.read': { en: 'Read conversations', 'zh-CN': '查看会话', 'zh-TW': '檢視對話' },
  'conversations.reply': { en: 'Reply to buyers', 'zh-CN': '回复买家', 'zh-TW': '回覆買家' },
  'conversations.note': { en: 'Write notes', 'zh-CN': '写内部备注', 'zh-TW': '寫內部備註' },
  'conversations.recall': { en: 'Recall messages', 'zh-CN': '撤回消息', 'zh-TW': '收回訊息' },
  'conversations.take': {
    en: 'Take from the queue',
    'zh-CN': '接入排队会话',
    'zh-TW': '接手排隊對話',
  },
  'conversations.assign': {
    en: 'Transfer conversations',
    'zh-CN': '转接会话',
    'zh-TW': '轉接對話',
  },
  'conversations.close': {
    en: 'Resolve and reopen',
    'zh-CN': '结束与重开会话',
    'zh-TW': '結束與重開對話',
  },
  'conversations.snooze': { en: 'Snooze conversations', 'zh-CN': '稍后处理', 'zh-TW': '稍後處理' },
  'conversations.block': { en: 'Mark as spam', 'zh-CN': '标记骚扰会话', 'zh-TW': '標記騷擾對話' },
  'presence.read': { en: 'See who is online', 'zh-CN': '查看在线状态', 'zh-TW': '檢視上線狀態' },
  'orders.read': { en: 'Read orders', 'zh-CN': '查看订单', 'zh-TW': '檢視訂單' },
  'orders.remark': { en: 'Write order remarks', 'zh-CN': '写订单备注', 'zh-TW': '寫訂單備註' },
  'orders.reveal': {
    en: 'Show delivery address',
    'zh-CN': '显示收货信息',
    'zh-TW': '顯示收件資料',
  },
  'orders.verify': {
    en: 'Verify order and address',
    'zh-CN': '核对订单与地址',
    'zh-TW': '核對訂單與地址',
  },
  'orders.remind': { en: 'Send payment reminders', 'zh-CN': '催付', 'zh-TW': '催付款' },
  'orders.cancel': { en: 'Cancel orders', 'zh-CN': '取消订单', 'zh-TW': '取消訂單' },
  'orders.address': {
    en: 'Change delivery addresses',
    'zh-CN': '修改收货地址',
    'zh-TW': '修改收件地址',
  },
  'orders.items': { en: 'Change items', 'zh-CN': '更换商品', 'zh-TW': '更換商品' },
  'orders.method': {
    en: 'Change payment methods',
    'zh-CN': '更换支付方式',
    'zh-TW': '更換付款方式',
  },
  'orders.price': {
    en: 'Change prices and postage',
    'zh-CN': '改价与改邮费',
    'zh-TW': '改價與改運費',
  },
  'orders.refund': { en: 'Refund', 'zh-CN': '退款', 'zh-TW': '退款' },
  'orders.fulfil': {
    en: 'Prepare, ship and complete orders',
    'zh-CN': '备货、发货与完成订单',
    'zh-TW': '備貨、出貨與完成訂單',
  },
  'orders.invoice': { en: 'Issue invoices', 'zh-CN': '开具发票', 'zh-TW': '開立發票' },
  'orders.urgent': { en: 'Mark orders urgent', 'zh-CN': '标记加急', 'zh-TW': '標記急件' },
  'aftersales.read': { en: 'Read after-sales cases', 'zh-CN': '查看售后单', 'zh-TW': '檢視售後單' },
  'aftersales.open': { en: 'Open after-sales cases', 'zh-CN': '发起售后', 'zh-TW': '發起售後' },
  'aftersales.decide': {
    en: 'Decide after-sales cases',
    'zh-CN': '处理售后申请',
    'zh-TW': '處理售後申請',
  },
  'aftersales.inspect': {
    en: 'Inspect returned goods',
    'zh-CN': '查验退货',
    'zh-TW': '查驗退貨',
  },
  'goodwill.pay': { en: 'Pay goodwill', 'zh-CN': '发放补偿红包', 'zh-TW': '發放補償金' },
  'approvals.read': { en: 'See approval requests', 'zh-CN': '查看审批', 'zh-TW': '檢視簽核' },
  'approvals.decide': {
    en: 'Approve or refuse requests',
    'zh-CN': '审批请求',
    'zh-TW': '簽核請求',
  },
  'limits.manage': { en: 'Set authority limits', 'zh-CN': '设置权限额度', 'zh-TW': '設定權限額度' },
  'payments.read': { en: 'See payments', 'zh-CN': '查看支付记录', 'zh-TW': '檢視付款紀錄' },
  'payments.book': {
    en: 'Book payments and refunds by hand',
    'zh-CN': '手工登记收款与退款',
    'zh-TW': '手動登記收款與退款',
  },
  'parcels.read': {
    en: 'See parcels with problems',
    'zh-CN': '查看异常包裹',
    'zh-TW': '檢視異常包裹',
  },
  'parcels.refresh': {
    en: 'Ask carriers about parcels',
    'zh-CN': '刷新物流',
    'zh-TW': '更新物流',
  },
  'parcels.manage': {
    en: 'Set up parcel tracking',
    'zh-CN': '设置物流查询',
    'zh-TW': '設定物流追蹤',
  },
  'reviews.read': { en: 'Read reviews', 'zh-CN': '查看评价', 'zh-TW': '檢視評價' },
  'reviews.reply': {
    en: 'Answer, thank and invite reviewers',
    'zh-CN': '回复、感谢与邀请评价',
    'zh-TW': '回覆、感謝與邀請評價',
  },
  'reviews.flag': { en: 'Flag reviews', 'zh-CN': '标记问题评价', 'zh-TW': '標記問題評價' },
  'reviews.hide': {
    en: 'Hide and show reviews',
    'zh-CN': '隐藏与恢复评价',
    'zh-TW': '隱藏與恢復評價',
  },
  'reviews.manage': {
    en: 'Set up reviews',
    'zh-CN': '设置评价规则',
    'zh-TW': '設定評價規則',
  },
  'reviews.mirror': {
    en: 'Bring in reviews of a platform',
    'zh-CN': '同步平台评价',
    'zh-TW': '同步平台評價',
  },
  'promises.read': { en: 'See promises', 'zh-CN': '查看承诺', 'zh-TW': '檢視承諾' },
  'promises.make': { en: 'Make promises', 'zh-CN': '登记承诺', 'zh-TW': '登記承諾' },
  'promises.close': {
    en: 'Settle or cancel promises',
    'zh-CN': '了结或取消承诺',
    'zh-TW': '了結或取消承諾',
  },
  'connections.manage': {
    en: 'Manage shop connections',
    'zh-CN': '管理店铺连接',
    'zh-TW': '管理商店連線',
  },
  'automation.read': {
    en: 'See rules and order care',
    'zh-CN': '查看规则与订单关怀',
    'zh-TW': '檢視規則與訂單關懷',
  },
  'automation.manage': {
    en: 'Set up rules and order care',
    'zh-CN': '设置规则与订单关怀',
    'zh-TW': '設定規則與訂單關懷',
  },
  'webhooks.manage': { en: 'Manage webhooks', 'zh-CN': '管理 Webhook', 'zh-TW': '管理 Webhook' },
  'offers.read': {
    en: 'See coupons and offers',
    'zh-CN': '查看优惠与议价',
    'zh-TW': '檢視優惠與議價',
  },
  'coupons.manage': {
    en: 'Make coupons, set floor prices',
    'zh-CN': '管理优惠券与底价',
    'zh-TW': '管理優惠券與底價',
  },
  'coupons.issue': { en: 'Give coupons', 'zh-CN': '发放优惠券', 'zh-TW': '發送優惠券' },
  'costs.read': { en: 'See cost prices', 'zh-CN': '查看成本价', 'zh-TW': '檢視成本價' },
  'buyers.read': { en: 'Read buyer profiles', 'zh-CN': '查看买家资料', 'zh-TW': '檢視買家資料' },
  'buyers.edit': {
    en: 'Edit buyers and tags',
    'zh-CN': '编辑买家与标签',
    'zh-TW': '編輯買家與標籤',
  },
  'buyers.export': {
    en: 'Export the list of buyers',
    'zh-CN': '导出买家名单',
    'zh-TW': '匯出買家名單',
  },
  'buyers.block': { en: 'Blocklist buyers', 'zh-CN': '拉黑买家', 'zh-TW': '封鎖買家' },
  'buyers.reveal': {
    en: 'Show phone and address',
    'zh-CN': '显示手机号与地址',
    'zh-TW': '顯示手機與地址',
  },
  'catalog.read': { en: 'Read products', 'zh-CN': '查看商品', 'zh-TW': '檢視商品' },
  'catalog.synonyms': {
    en: 'Edit search synonyms',
    'zh-CN': '编辑搜索同义词',
    'zh-TW': '編輯搜尋同義詞',
  },
  'knowledge.read': { en: 'Read knowledge', 'zh-CN': '查看知识库', 'zh-TW': '檢視知識庫' },
  'knowledge.write': { en: 'Write knowledge', 'zh-CN': '编写知识', 'zh-TW': '撰寫知識' },
  'knowledge.approve': { en: 'Approve knowledge', 'zh-CN': '审核知识', 'zh-TW': '審核知識' },
  'scripts.read': { en: 'Use scripts', 'zh-CN': '使用话术', 'zh-TW': '使用話術' },
  'scripts.write': { en: 'Write own scripts', 'zh-CN': '编写个人话术', 'zh-TW': '編寫個人話術' },
  'scripts.manage': {
    en: 'Manage the scripts of team and shops',
    'zh-CN': '管理团队与店铺话术',
    'zh-TW': '管理團隊與商店話術',
  },
  'scripts.approve': { en: 'Approve scripts', 'zh-CN': '审批话术', 'zh-TW': '簽核話術' },
  'channels.read': { en: 'Read channels', 'zh-CN': '查看渠道', 'zh-TW': '檢視渠道' },
  'channels.manage': { en: 'Manage channels', 'zh-CN': '管理渠道', 'zh-TW': '管理渠道' },
  'shops.read': { en: 'Read shops', 'zh-CN': '查看店铺', 'zh-TW': '檢視商店' },
  'shops.manage': { en: 'Manage shops', 'zh-CN': '管理店铺', 'zh-TW': '管理商店' },
  'shops.create': { en: 'Create shops', 'zh-CN': '新建店铺', 'zh-TW': '新增商店' },
  'imports.run': { en: 'Import data', 'zh-CN': '导入数据', 'zh-TW': '匯入資料' },
  'sample.manage': {
    en: 'Load or remove the sample shop',
    'zh-CN': '载入或移除示例店铺',
    'zh-TW': '載入或移除範例商店',
  },
  'members.read': { en: 'See colleagues', 'zh-CN': '查看成员', 'zh-TW': '檢視成員' },
  'members.invite': { en: 'Invite members', 'zh-CN': '邀请成员', 'zh-TW': '邀請成員' },
  'members.manage': {
    en: 'Change roles, deactivate members',
    'zh-CN': '调整角色与停用成员',
    'zh-TW': '調整角色與停用成員',
  },
  'keys.manage': { en: 'Manage API keys', 'zh-CN': '管理 API 密钥', 'zh-TW': '管理 API 金鑰' },
  'system.read': {
    en: 'See the health of the server',
    'zh-CN': '查看系统运行状况',
    'zh-TW': '檢視系統運作狀況',
  },
  'tasks.read': { en: 'See tasks', 'zh-CN': '查看任务', 'zh-TW': '檢視任務' },
  'tasks.write': {
    en: 'Create and work on tasks',
    'zh-CN': '新建与处理任务',
    'zh-TW': '新增與處理任務',
  },
  'tasks.manage': {
    en: "Change and hand over others' tasks",
    'zh-CN': '调整与移交他人任务',
    'zh-TW': '調整與移交他人任務',
  },
  'announcements.publish': {
    en: 'Publish announcements',
    'zh-CN': '发布公告',
    'zh-TW': '發布公告',
  },
  'outreach.read': {
    en: 'See automatic messages',
    'zh-CN': '查看自动消息',
    'zh-TW': '檢視自動訊息',
  },
  'outreach.opt_out': {
    en: 'Note and undo opt-outs',
    'zh-CN': '登记与撤销退订',
    'zh-TW': '登記與取消退訂',
  },
  'outreach.send': {
    en: 'Settle and resend automatic messages',
    'zh-CN': '核实与重发自动消息',
    'zh-TW': '查證與重發自動訊息',
  },
  'outreach.manage': {
    en: 'Set quiet hours and caps',
    'zh-CN': '设置免打扰与频次',
    'zh-TW': '設定勿擾時段與頻次',
  },
  'gateways.manage': {
    en: 'Set up SMS and mail gateways',
    'zh-CN': '设置短信与邮件网关',
    'zh-TW': '設定簡訊與郵件閘道',
  },
  'followups.read': {
    en: 'See follow-ups',
    'zh-CN': '查看跟进回访',
    'zh-TW': '檢視跟進回訪',
  },
  'followups.work': {
    en: 'Work on follow-ups',
    'zh-CN': '处理跟进回访',
    'zh-TW': '處理跟進回訪',
  },
  'followups.manage': {
    en: 'Set up lists and greetings',
    'zh-CN': '设置跟进名单与节日问候',
    'zh-TW': '設定跟進名單與節日問候',
  },
  'insight.own': {
    en: 'See own figures',
    'zh-CN': '查看本人数据',
    'zh-TW': '檢視本人數據',
  },
  'insight.read': {
    en: 'See everybody’s figures',
    'zh-CN': '查看全员数据',
    'zh-TW': '檢視全員數據',
  },
  'insight.manage': {
    en: 'Set how figures are reckoned',
    'zh-CN': '设置统计规则',
    'zh-TW': '設定統計規則',
  },
  'audit.read': {
    en: 'Read and verify the audit log',
    'zh-CN': '查看与校验审计日志',
    'zh-TW': '檢視與驗證稽核紀錄',
  },
} as const;

export type Permission = keyof typeof permissions;

export const permissionNames = Object.keys(permissions) as Permission[];

/** Roles, from the widest to the narrowest. */
export const roleNames = ['owner', 'lead', 'agent', 'observer'] as const;

export type RoleName = (typeof roleNames)[number];
