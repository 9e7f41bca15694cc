/**
 * Carriers as 快递100 calls them, `code=name`, the most used first (tourze/kuaidi100-query-bundle @fb0b57d0, MIT).
 * One line holds many: it is looked up, not read.
 */
export const carrierList = `
yuantong=圆通速递|shentong=申通快递|zhongtong=中通快递|jtexpress=极兔速递|yunda=韵达快递|youzhengguonei=邮政快递包裹|shunfeng=顺丰|
shunfengkuaidi=顺丰快递|shunfengsuyun=顺丰速运|ems=EMS|jd=京东物流|youzhengbk=邮政标准快递|debangkuaidi=德邦快递|shunfengkuaiyun=顺丰快运|
danniao=丹鸟|debangwuliu=德邦|youzhengdsbk=邮政电商标快|zhongtongkuaiyun=中通快运|lianhaowuliu=联昊通|annengwuliu=安能快运|
jingdongkuaiyun=京东快运|subida=速必达|kuayue=跨越速运|sxjdfreight=顺心捷达|suer=速尔快递|baishiwuliu=百世快运|yundakuaiyun=韵达快运|
yimidida=壹米滴答|ztky=中铁快运|zhaijisong=宅急送|rrs=日日顺物流|youshuwuliu=优速|upsen=UPS-全球件|anxl=安迅物流|huitongkuaidi=百世快递|
youzhengguoji=国际包裹|annto=安得物流|jiayunmeiwuliu=加运美|zhongtongguoji=中通国际|ecmscn=易客满|xinfengwuliu=信丰物流|dhl=DHL-中国件|
usps=USPS|jinguangsudikuaijian=京广速递|ups=UPS|fedex=FedEx-国际件|dhlen=DHL-全球件|shpost=同城快寄|suteng=速腾快递|
pingandatengfei=平安达腾飞|fedexcn=Fedex-国际件-中文|savor=海信物流|huisenky=汇森速运|yuntrack=YunExpress|disifang=递四方|yuxinwuliu=宇鑫物流|
lntjs=特急送|lahuoex=拉火速运|timelytitan=Titan泰坦国际速递|tnt=TNT|ane66=安能快递|emsguoji=EMS-国际件|qhxyyg=雪域易购|ewe=EWE全球快递|suning=苏宁物流|
hd=宏递快运|wherexpess=威盛快递|fengwang=丰网速运|shunchangguoji=顺昌国际|hkglobalsea=環海快運|sfwl=盛丰物流|synship=SYNSHIP快递|cosco=中远e环球|
yw56=燕文物流|ontrac=OnTrac|chinapost=中国邮政（CHINA POST）|tiandihuayu=天地华宇|tnjex=明通国际快递|jgwl=景光物流|sut56=速通物流|
shunfenglengyun=顺丰冷链|tzky=铁中快运|dpd=DPD|xjdaishu=袋鼠速递|dpduk=DPD UK|anjiekuaidi=青岛安捷快递|tnten=TNT-全球件|sunjex=新杰物流|
jialidatong=嘉里大通|szuem=联运通物流|biaojikuaidi=彪记快递|rokin=荣庆物流|zhuanyunsifang=转运四方|baitengwuliu=百腾物流|sagawa=佐川急便|
stosolution=申通国际|shenghuiwuliu=盛辉物流|aae=AAE-中国件|fujisuyun=富吉速运|nsf=新顺丰（NSF）|meiquick=美快国际物流|yuananda=源安达|emsbg=EMS包裹|
yundaasia2=yundaasia|ztocc=中通冷链|ocs=OCS|japanpost=日本郵便|auexpress=澳邮中国快运|sanzhi56=三志物流|sja56=四季安物流|suyoda=速邮达|
gotoubi=UBI Australia|cht361=诚和通|gls=GLS|szyouzheng=深圳邮政|anjie88=安捷物流|szshihuatong56=世华通物流|viechina=佰纳博通|
arkexpress=方舟速递|yuantongguoji=圆通国际|ctoexp=泰国中通CTO|zhengyikuaidi=鑫正一快递|hermes=Hermes|jindawuliu=金大物流|
canpost=加拿大(Canada Post)|banma=斑马物流|chukou1=出口易|exfresh=安鲜达|zhimakaimen=芝麻开门|zhaijibian=宅急便|zhongtiewuliu=中铁飞豹|
superb=Superb Express|cccc58=中集冷云|japanposten=日本（Japan Post）|smwfloor=湘粤华通|btexpress=邦泰快运|zhongsukuaidi=中速快递|
jumstc=聚盟共建|tiantian=天天快递|cqxingcheng=重庆星程快递|haiwaihuanqiu=海外环球|manwah=敏華物流|jiajiwuliu=佳吉快运|
dhlde=DHL-德国件（DHL Deutschland）|sanhuwuliu=叁虎物流|aramex=Aramex|quanyikuaidi=全一快递|aliexpress=无忧物流|dsukuaidi=D速快递|
nzzto=新西兰中通|taijin=泰进物流|khzto=柬埔寨中通|goex=时安达速递|fenghuangkuaidi=凤凰快递|jtexpresssg=J&T Express 新加坡|shunfenghk=顺丰-繁体|
xynyc=新元国际|lianbangkuaidi=联邦快递|gooday365=日日顺智慧物联|ftd=富腾达国际货运|hengluwuliu=恒路物流|dekuncn=德坤物流|kejie=科捷物流|
yuanchengwuliu=远成物流|jiayiwuliu=佳怡物流|ubuy=德国优拜物流|yangbaoguo=洋包裹|huahanwuliu=华翰物流|gaotian56=高田物流|wanjiawuliu=万家物流|
dongjun=成都东骏物流|hzdr=天鸽快运|jiaxianwuliu=嘉贤物流|datianwuliu=大田物流|auspost=澳大利亚(Australia Post)|cd3fwl=中迅三方|
com1express=商壹国际物流|yuejiutong=粤九通物流|lhexpressus=联合速递|usa7ex=美七国际快递|yaoqi=耀奇物流|guexp=全联速运|yzswuliu=亚洲顺物流|hnht56=鸿泰物流|
coe=COE|newsway=家家通快递|emswuliu=EMS物流|zhongyouex=众邮快递|tcat=黑猫宅急便|zlink=三真驿道|
postnl=荷兰邮政(PostNL international registered mail)|sundarexpress=顺达快递|100mexpress=百米快运|nantianwuliu=南天物流|
shunfengnl=顺丰-荷兰|auod=澳德物流|weitepai=微特派|dfwl=达发物流|ckeex=城晓国际快递|dadaoex=大道物流|huif56=汇峰物流|homecourier=如家国际快递|
doortodoor=CJ物流|erqianjia56=贰仟家物流|shenjun=神骏物流|uszcn=转运中国|buffaloex=Buffalo|boyol=贝业物流|signedexpress=签收快递|
morelink56=MoreLink|emsinten=EMS-国际件-英文|zhongyouwuliu=中邮物流|zy100=中远快运|la911=鼎润物流|unitedex=联合速运|gdkjk56=快捷快物流|
xgdd56=星光大道|fardarww=颿达国际快递|ucs=合众速递(UCS）|jinan=金岸物流|dpdgermany=DPD Germany|yuanfeihangwuliu=原飞航|szclyc=车联天下|
wondersyd=中邮速递|fanqiu=泛球物流|tntitaly=TNT Italy|ubonex=优邦速运|ganzhongnengda=能达速递|lingsong=领送送|kuaijiesudi=快捷速递|
sendtochina=速递中国|lesoon=丽迅物流|passerbyaexpress=顺捷美中速递|bsht=百事亨通|jxad56=成都捷信安达物流|ltexp=乐天速递|ndwl=南方传媒物流|
huolalawuliu=货拉拉物流|fedexus=FedEx-美国件|santaisudi=三态速递|takesend=泰嘉物流|hdcexpress=汇达物流|gdjida56=继达物流|meiguokuaidi=美国快递|
polarexpress=极地快递|qbexpress=秦邦快运|tianma=天马迅达|worldex=世通物流|cnexps=CNE|ftky365=丰通快运|adapost=安达速递|csuivi=法国(La Poste)|
exsuda=E速达|kuaijiewuliu=快捷物流|stoexpress=美国申通|changwooair=昌宇国际|changyousudi=畅邮速递|guangdongyouzhengwuliu=广东邮政|
shunjieda=顺捷达|minghangkuaidi=民航快递|stonewzealand=申通新西兰|tstexp=TST速运通|yujiawl=宇佳物流|aotsd=澳天速运|sxexpress=三象速递|tiki=TiKi|
brt=BRT|xdexpress=迅达速递|youyou=优优速递|1ziton=一智通|chinapostcb=中邮电商|crazyexpress=疯狂快递|fastgoexpress=速派快递|xlobo=Xlobo贝海国际|
zsda56=转瞬达集运|pfcexpress=皇家物流|dpex=DPEX|tmwexpress=明达国际速递|beckygo=佰麒快递|bjemstckj=北京EMS|cdxinchen56=鑫宸物流|yuandun=远盾物流|
quanxintong=全信通快递|tykd=天翼快递|hywuliu=中电华远物流|parcelforce=英国大包、EMS（Parcel Force）|postserv=中华邮政|qinling=秦岭智能速运|hrex=锦程快递|
ttkeurope=天天欧洲物流|youban=邮邦国际|cnspeedster=速舟物流|zhonghuan=中环快递|anmin56=安敏物流|ccd=次晨达物流|wanjiatong=万家通急送|ydhex=YDH|
baifudongfang=百福东方|blex56=奔力物流|jcsuda=嘉诚速达|pjbest=品骏快递|sujievip=郑州速捷|tntau=TNT Australia|jdiex=JDIEX|mcih=MCIH国际快递|
rrskx=日日顺快线|sd138=泰国138国际物流|spring56=春风物流|gxwl=光线速递|lnet=新易泰|bjlgyt=路港易通|epanex=泛捷国际速递|jisu=盈通物流|leshines=想乐送|
longcps=加拿大龙行速运|chuanxiwuliu=传喜物流|concare=中健云康|efspost=EFSPOST|huangmajia=黄马甲|koalaexp=考拉速递|quanfengkuaidi=全峰快递|
swisspost=瑞士(Swiss Post)|ynztsy=黑猫同城送|boxc=BOXC|ycgky=远成快运|beebird=锋鸟物流|kingfreight=货运皇|shiligyl=实利配送|ytchengnuoda=承诺达|
indonesia=印度尼西亚EMS(Pos Indonesia-EMS)|italiane=意大利(Poste Italiane)|sdto=速达通|wjkwl=万家康物流|airpak=airpak expresss|
buyer1688=1688国际物流|city56=城市映急|hkpost=中国香港(HongKong Post)|jet=极兔国际|jsdky=极速达物流|koreapostcn=韩国邮政|valueway=美通|
yaofeikuaidi=耀飞同城快递|yuansuhy=鸢速货运|chinastarlogistics=华欣物流|england=英国(大包,EMS)|gibraltar=直布罗陀[英国]( Royal Gibraltar Post)|
jingleexpressx=Jingle Express|lizhan=力展物流|xiangyuwl56=翔宇物流|zhonghuanus=中环转运|anxindakuaixi=安信达|dfpost=达方物流|
jiacheng=佳成快递|nezhasuyun=哪吒速运|parcelforcecn=英国邮政大包EMS|ztwlgyl=中铁物流供应链|a2u=A2U速递|
chronopostfra=法国大包、EMS-法文（Chronopost France）|chronopostfren=法国大包、EMS-英文(Chronopost France)|
correosdees=西班牙(Correos de Espa?a)|emsen=EMS-英文|haoxiangwuliu=豪翔物流|jtexpresseg=极兔快递埃及站|koreapostkr=韩国邮政韩文|pdstow=全球速递|
uscbexpress=易境达国际物流|zhuoshikuaiyun=卓实快运|cjqy=长吉物流|kuaika=快卡|shangqiao56=商桥物流|youjia=友家速递|jtexpressph=J&T Express 菲律宾|
mingliangwuliu=明亮物流|speedpost=新加坡EMS、大包(Singapore Speedpost)|tunisia=突尼斯EMS(Rapid-Poste)|vnpost=越南EMS(VNPost Express)|
yousutongda=优速通达|zrtl=中融泰隆|360lion=360 Lion Express|astexpress=安世通快递|cyxfx=小飞侠速递|eltahell=希腊EMS（ELTA Courier）|
emssouthafrica=南非EMS|emsukrainecn=乌克兰EMS-中文(EMS Ukraine)|highsince=海欣斯快递|jiachenexpress=佳辰国际速递|lx56=龙兴物流|nebuex=星云速递|
oneexpress=一速递|sczpds=速呈|shunjiefengda=顺捷丰达|abcglobal=全球快运|adaexpress=明大快递|adiexpress=安达易国际速递|aolau=AOL澳通速递|
azerbaijan=阿塞拜疆EMS(EMS AzerExpressPost)|changjiang=长江国际速递|cjkoreaexpress=大韩通运|dybservice=DYB|
emsukraine=乌克兰EMS(EMS Ukraine)|euasia=欧亚专线|hkems=云邮跨境快递|jiuyescm=九曳供应链|tcxbthai=GPI|wxgbwl=广博物流|xunsuexpress=迅速快递|
ztong=智通物流|dpexen=Toll|hotwms=皇家云仓|httx56=汇通天下物流|jtexpressmy=J&T Express 马来西亚|kerrytj=嘉里大荣物流|purolator=Purolator|
tjkjwl=泰实货运|wtdchina=威时沛运货运|ykouan=洋口岸|aaacooper=AAA Cooper Transportation|abf=ABF|di5pll=递五方云仓|feikuaida=飞快达|
malaysiaems=马来西亚大包、EMS（Malaysia Post(parcel,EMS)）|postdanmarken=丹麦(Post Denmark)|quanjitong=全际通|quansu=全速物流|
sunspeedy=新速航|xinning=新宁物流|yhtlogistics=宇航通物流|zhonganhuoyun=中安物流|acommerce=aCommerce|acscourier=ACS Courier|
belgiumpost=比利时(Belgium Post)|chinaicip=卓志速运|colissimo=法国小包（colissimo）|deutschepost=德国(Deutsche Post)|disifangus=递四方美国|
emms=澳州顺风快递|ft56=飞腾物流|huanqiu=环球速运|jiujiuwl=久久物流|koreapost=韩国（Korea Post）|landmarkglobal=Landmark Global|
myhermes=MyHermes|newzealand=新西兰（New Zealand Post）|postnlcn=荷兰邮政-中文(PostNL international registered mail)|
shanhuodidi=闪货极速达|shipgce=飞洋快递|shlindao=林道国际快递|zhiguil=智谷特货|zhongji=中汲物流|adsone=ADSone|anposten=爱尔兰(An Post)|
baishiguoji=百世国际|dhlbenelux=DHL Benelux|efs=EFS Post（平安快递）|flysman=飞力士物流|jingshun=景顺物流|koali=番薯国际货运|ldxpres=林道国际快递-英文|
lianbangkuaidien=联邦快递-英文|meitai=美泰物流|pmt0704be=龙行天下|shuanghe=双鹤物流|sicepat=SiCepat Ekspres|sinoex=中外运速递-中文|
sxhongmajia=红马甲物流|xyb2b=行云物流|ztcce=中途速递|abs=ABS courier & freight system|adlerlogi=德国雄鹰速递|adp=ADP国际快递|baishiyp=百世云配|
dhlecommerce=dhl小包|emsluqu=高考通知书|fengyee=丰羿|huilin56=汇霖大货网|kcs=KCS|sutonghongda=速通鸿达|thailand=泰国邮政（Thailand Thai Post）|
wxyuanhui=远辉物流|xunxuan=迅选物流|xyjexpress=西邮寄速递|yatfai=一辉物流|ydglobe=云达通|yjhgo=武汉优进汇|zbhy56=浩运物流|zhonghongwl=中宏物流|
zsky123=准实快运|afghan=阿富汗(Afghan Post)|bdatong=八达通|bflg=上海缤纷物流|dayangwuliu=大洋物流|dhlnetherlands=DHL-荷兰（DHL Netherlands）|
est365=东方汇|fastway=Fastway Ireland|feibaokuaidi=飞豹快递|goldjet=高捷快运|gts=GTS快递|heibaowuliu=黑豹物流|hnfy=飞鹰物流|
italysad=Italy SDA|kuaidawuliu=快达物流|linex=Linex|lsexpress=6LS EXPRESS|luckyfastex=吉捷国际速递|quantium=Quantium|
suijiawuliu=穗佳物流|szxpwl=兴鹏物流|tianchenwuliu=天辰物流|tjlyz56=老扬州物流|ueq=UEQ快递|vps=维普恩物流|yodel=YODEL|amazoncnorder=亚马逊中国订单|
bangsongwuliu=邦送物流|bpostinter=比利时国际(Bpost international)|buytong=百通物流|cfss=银雁专送|cpsair=华中快递|dhluk=dhluk|didasuyun=递达速运|
donghanwl=东瀚物流|dpdpoland=DPD Poland|fedroad=FedRoad 联邦转运|flyway=程光快递|gzanjcwl=广州安能聚创物流|haidaibao=海带宝|hltop=海联快递|
jiazhoumao=加州猫速递|logistics=華信物流WTO|mmlogi=猛犸速递|ninjavan=Ninja Van|postnlpacle=荷兰包裹(PostNL International Parcels)|
qesd=7E速递|quanritongkuaidi=全日通|sgxpress=SGXpress|sufengkuaidi=速风快递|supinexpress=速品快递|yafengsudi=亚风速递|zhitengwuliu=志腾物流|
airgtc=加拿大民航快递|albania=阿尔巴尼亚(Posta shqipatre)|baoxianda=报通快递|bht=BHT|brazilposten=巴西(Brazil Post/Correios)|
brunei=文莱(Brunei Postal)|caifengwl=彩丰物流|chengtong=城通物流|cnpex=CNPEX中邮快递|cnup=CNUP 中联邮|edaeuexpress=易达快运|gongsuda=共速达|
hangrui=上海航瑞货运|heimao56=黑猫速运|hjwl=汇捷物流|huaqikuaiyun=华企快运|huiqiangkuaidi=汇强快递|jhx56=佳豪鑫物流|jssdt56=时达通|lfexpress=龙枫国际快递|
lijisong=成都立即送|lotteglogis=lotteglogis|meixi=美西快递|nmhuahe=华赫物流|parcel2go=parcel2go|phlpost=菲律宾（Philippine Postal）|
quanchuan56=全川摩运|riyuwuliu=日昱物流|rlgaus=澳洲飞跃物流|ruidianyouzheng=瑞典（Sweden Post）|saiaodimmb=赛澳递for买卖宝|
serbia=塞尔维亚(PE Post of Serbia)|sfau=澳丰速递|singpost=新加坡小包(Singapore Post)|ssd=速速达|starex=星速递|swiship=Amazon FBA Swiship|
wuliuky=五六快运|xflt56=蓝天物流|xhf56=鑫宏福物流|xinyan=新颜物流|ydl56=亿德隆物流|yidatong=易达通|yiex=宜送物流|yourscm=雅澳物流|ytky168=运通快运|
yuanhhk=远航国际快运|yufeng=御风速运|yundaexus=美国云达|yztex=一站通速运|zf365=珠峰速运|zhongkuai=中快货运|zhongtianwanyun=中天万运|zsmhwl=明辉物流|
agility=Agility Logistics|ahdf=德方物流|alog=心怡物流|anlexpress=新干线快递|ariesfar=艾瑞斯远|asendiausa=Asendia USA|austa=Austa国际速递|
austria=奥地利(Austrian Post)|autw=澳台转运|bee001=蜜蜂速递|bjqywl=青云物流|bluedart=BlueDart|bphchina=速方(Sufast)|
ceskaposta=捷克（?eská po?ta）|chengyangex=程洋快递|chile=智利(Correos Chile)|chszhonghuanguoji=CHS中环国际快递|chuangyi=创一快递|
citylink=City-Link|cncexp=C&C国际速递|colombia=哥伦比亚(4-72 La Red Postal de Colombia)|correos=哥斯达黎加(Correos de Costa Rica)|
couriersplease=Couriers Please|dcs=DCS|dechuangwuliu=深圳德创物流|dflogis=DFGL|dingdong=叮咚快递|disifangau=递四方澳洲|donghong=东红物流|
dotzot=Dotzot|ecotransite=东西E全运|edragon=龙象国际物流|fandaguoji=颿达国际快递-英文|fanyukuaidi=凡宇快递|fbkd=飞邦快递|feikangda=飞康达|
flashexpress=Flash Express|flashexpressen=Flash Express-英文|flowerkd=花瓣转运|gaotieex=高铁快运|gdex=GDEX|gdxp=新鹏快递|
global99=全球速运|greenland=格陵兰[丹麦]（TELE Greenland A/S）|gsm=GSM|guoeryue=天天快物流|guosong=国送快运|hexinexpress=合心速递|
hkposten=中国香港(HongKong Post)英文|hlyex=好来运|hongyunfa56=宏运发物流|hrvatska=克罗地亚（Hrvatska Posta）|huanqiuabc=中国香港环球快运|
huaxiahuoyun=华夏货运|hyeship=鸿远物流|idada=大达物流|iparcel=UPS i-parcel|itaoexpress=爱淘速递|jcex=jcex|jdexpressusa=骏达快递|
jetexpresszh=J&T Express|jieanda=捷安达|jinchengwuliu=锦程物流|jixianda=急先达|junfengguoji=骏丰国际速递|juwu=聚物物流|juzhongda=聚中大|
lineone=一号线|longfx=LUCFLOW EXPRESS|longvast=长风物流|lubang56=路邦物流|luckyexpress=吉运家物流|lutong=鲁通快运|
malaysiapost=马来西亚小包（Malaysia Post(Registered)）|mosuda=魔速达|nigerianpost=尼日利亚(Nigerian Postal)|niuzaiexpress=牛仔速运|
njhaobo=浩博物流|packlink=Packlink|parknparcel=Park N Pracel|pcaexpress=PCA Express|pengyuanexpress=鹏远国际速递|
polarisexpress=北极星快运|postnord=PostNord Logistics|qdants=ANTS EXPRESS|qhxykd=雪域快递|qianli=千里速递|qskdyxgs=千顺快递|
redexpress=Red Express|shangda=上大物流|shengtongscm=盛通快递|shiningexpress=阳光快递|shipsoho=苏豪快递|shiyunkuaidi=世运快递|
sihiexpress=四海捷运|skynet=skynet|skynetworldwide=skynetworldwide|slovak=斯洛伐克(Slovenská Posta)|
slovenia=斯洛文尼亚(Slovenia Post)|speedoex=申必达|stkd=顺通快递|sypost=顺友物流|szdpex=深圳DPEX|szsjtwl=世纪通物流|topspeedex=中运全速|
uspscn=USPSCN|vctrans=越中国际物流|wandougongzhu=豌豆物流|wenjiesudi=文捷航空|xiyoug=西游寄|yemen=也门(Yemen Post)|yitongda=易通达|
yizhengdasuyun=一正达速运|ysexpress=鼹鼠快送|yuefengwuliu=越丰物流|yunguo56=蕴国物流|yyexp=西安运逸快递|yyqc56=一运全成物流|zesexpress=俄顺物流|
agopost=全程快递|ahkbps=卡邦配送|ajexpress=捷记方舟|ajlogistics=澳捷物流|aland=奥兰群岛|alfatrex=AlfaTrex|algeria=Algeria|
alliedexpress=ALLIED|anjiatongcheng=安家同城快运|anjiexin56=安捷信物流|anshidi=安时递|anteraja=Anteraja|aosu=澳速物流|
apc=APC Postal Logistics|apgecommerce=apgecommerce|aplus100=美国汉邦快递|arc=ARC|aruba=阿鲁巴[荷兰]（Post Aruba）|asendia=阿森迪亚|
asendiahk=Asendia HK|ashsh=上海生生物流|auadexpress=澳达国际物流|auex=澳货通|ausexpress=澳世速递|auvexpress=AUV国际快递|axexpress=澳新物流|
bahrain=巴林(Bahrain Post)|barbados=巴巴多斯(Barbados Post)|bazirim=皮牙子快递|bcwelt=BCWELT|bdcgcc=BDC快递|beeexpress=BEE express|
beiou=beiou express|belize=伯利兹(Belize Postal)|belpost=白俄罗斯(Belpochta)|benin=贝宁|benniao=笨鸟国际|benteng=奔腾物流|bester=飛斯特|
betterlife=東邮寄|bhutan=不丹邮政 Bhutan Post|bjxsrd=鑫锐达|bjytsywl=远通盛源|bljt56=佰乐捷通|bmxps=北美国际物流|bohei=波黑(JP BH Posta)|
bolivia=玻利维亚|borderguru=BorderGuru|bosind=堡昕德速递|bosta=Bosta|botspost=博茨瓦纳|bqcwl=百千诚物流|briems=宏桥国际物流|
bulgarian=保加利亚（Bulgarian Posts）|buylogic=Buylogic|caledonia=新喀里多尼亚[法国](New Caledonia)|cambodia=柬埔寨(Cambodia Post)|
camekong=到了港|campbellsexpress=Campbell’s Express|canhold=能装能送|canpar=Canpar|canpostfr=加拿大邮政|cargolux=卢森堡航空|
cbl=CBL Logistica|cbllogistics=广州信邦|cbo56=钏博物流|cdjx56=捷祥物流|ceva=CEVA Logistics|cevalogistics=CEVA Logistic|cex=城铁速递|
chengda=成达国际速递|chengji=城际快递|chengning=城宁供应链|chinaqingguan=荣通国际|chinasqk=SQK国际速递|chinatzx=同舟行物流|chllog=嘉荣物流|
chnexp=中翼国际物流|chronopostport=Chronopost Portugal|chunfai=中国香港骏辉物流|citysprint=citysprint|ckexpress=CK物流|
cllexpress=澳通华人物流|cloudlogistics365=群航国际物流|cnair=CNAIR|cnausu=中澳速递|cneulogistics=中欧物流|collectplus=Collect+|
comexpress=邦通国际|corporatecouriers=Corporate couriers logistics|correios=莫桑比克（Correios de Moçambique）|
correo=乌拉圭（Correo Uruguayo）|correoargentino=阿根廷(Correo Argentina)|correosexpress=Correos Express|
courierpost=CourierPost|csxss=新时速物流|czwlyn=云南诚中物流|dachser=DACHSER|dande56=丹递56|dasu=达速物流|decnlh=德中快递|deksu=德速电商物流|
delhivery=Delhivery|deliverystations=Delivery Station|deltec=Deltec Courier|deployeg=Deploy|desworks=澳行快递|
dfglobalex=东风全球速递|dhlhk=DHL HK|dhlpoland=DHL-波兰（DHL Poland）|dianyi=云南滇驿物流|dindon=叮咚澳洲转运|directlink=Direct Link|
djibouti=吉布提|dragonfe=DF物流|dreevo=dreevo|driverfastgo=老司机国际快递|dsv=DSV|dt8ang=德淘邦|dtd=DTD|dtdcindia=DTDC India|
dushisc=渡石医药|dyexpress=大亿快递|ealceair=东方航空物流|easyexpress=EASY EXPRESS|ecallturn=E跨通|ecfirstclass=EC-Firstclass|
echo=Echo|ecmsglobal=ECMS Express|ecomexpress=Ecom Express|ecuador=厄瓜多尔(Correos del Ecuador)|
egyexpress=EGY Express Logistics|egypt=埃及（Egypt Post）|egyptexpress=Egypt Express|ekart=Ekart|
elta=希腊包裹（ELTA Hellenic Post）|emirates=阿联酋(Emirates Post)|emonitoringen=波兰小包(Poczta Polska)|epspost=联众国际|
eripostal=厄立特里亚|eshunda=俄顺达|estafeta=Estafeta|estes=Estes|eteenlog=ETEEN专线|ethiopia=埃塞俄比亚(Ethiopian postal)|
ethiopian=埃塞俄比亚(Ethiopian Post)|etong=E通速递|eucnrail=中欧国际物流|eucpost=德国 EUC POST|euexpress=EU-EXPRESS|euguoji=易邮国际|
eupackage=易优包裹|europe8=败欧洲|europeanecom=europeanecom|eusacn=优莎速运|everwellmarine=长顺海运|exbtr=飛斯特運通|excocotree=可可树美中速运|
expeditors=Expeditors|explorer56=探路速运|express2global=E2G速递|expressplus=澳洲新干线快递|ezhuanyuan=易转运|farlogistis=泛远国际物流|
fastontime=加拿大联通快运|fastzt=正途供应链|fds=FDS|fedexuk=FedEx-英国件（FedEx UK)|fedexukcn=FedEx-英国件|feihukuaidi=飞狐快递|
fiji=斐济(Fiji Post)|finland=芬兰(Itella Posti Oy)|firstflight=First Flight|firstlogistics=First Logistics|
flextock=Flextock|fodel=FODEL|fourpxus=四方格|fox=FOX国际快递|freakyquick=FQ狂派速递|ftlexpress=法翔速运|gaticn=Gati-中文|
gatien=Gati-英文|gatikwe=Gati-KWE|gdct56=广东诚通物流|gdqwwl=全网物流|gdrz58=容智快运|ge2d=GE2D跨境物流|georgianpost=格鲁吉亚(Georgian Pos）|
gexpress=G EXpress|gfdwuliu=冠达丰物流|ghanapost=加纳|ghl=环创物流|ghtexpress=GHT物流|giztix=GIZTIX|gjwl=冠捷物流|
globaltracktrace=globaltracktrace|glsitaly=GLSItaly|gml=英脉物流|gogox=GOGOX|gojavas=gojavas|grab=Grab|grivertek=潍鸿|
gscq365=哥士传奇速递|gslexpress=德尚国际速递|gttexpress=GTT EXPRESS快递|guangdongtonglu=广东通路|guangdongyongbang=永邦快递|guanting=冠庭国际物流|
guernsey=根西岛|guoshunda=国顺达物流|guyana=圭亚那|gvpexpress=宏观国际快递|gzxingcheng=贵州星程快递|h66=货六六|haihongmmb=海红for买卖宝|
haihongwangsong=海红网送|haimengsudi=海盟速递|haixingqiao=海星桥快递|haizhongzhuanyun=海中转运|handboy=汉邦国际速递|hanfengjl=翰丰快递|
hangyu=航宇快递|hanjin=Hanjin|hanxin=汉信快递|haypost=亚美尼亚(Haypost-Armenian Postal)|hengrui56=恒瑞物流|hermesworld=Hermesworld|
hgy56=环国运物流|hhair56=华瀚快递|highway=Highway|hjs=猴急送|hkeex=飞豹速递|hkhuaguang=华光国际快运|hlpgyl=共联配|hmus=华美快递|hnqst=河南全速通|
hnssd56=顺时达物流|hnyqf=益企发物流|hnzqwl=中强物流|holisollogistics=Holisol|honduras=洪都拉斯|hongbeixin=红背心|hongjie=宏捷国际物流|
hongpinwuliu=宏品物流|hongywl=红远物流|hpexpress=海派国际速递|hqtd=环球通达|hrbsydrd=速远同城快递|hrbzykd=卓烨快递|hre=高铁速递|hsdexpress=寰世达国际物流|
hsgtsd=海硕高铁速递|ht22=海淘物流|htongexpress=华通快运|huada=华达快运|huandonglg=环东物流|humpline=驼峰国际|hungary=匈牙利（Magyar Posta）|
hunterexpress=hunter Express|huoban=兰州伙伴物流|hutongwuliu=户通物流|hyk=上海昊宏国际货物|hyytes=恒宇运通|hzpl=华航快递|ibcourier=IB Courier|
ibuy8=爱拜物流|iceland=冰岛(Iceland Post)|idexpress=ID Express|iex=泛太优达|igcaexpress=无限速递|ilogen=logen路坚|ilyang=ILYANG|
imile=iMile|imlb2c=艾姆勒|india=印度(India Post)|indopaket=INDOPAKET|inposdom=多米尼加（INPOSDOM – Instituto Postal Dominicano）|
interjz=捷运达快递|interlink=Interlink Express|interparcel=Interparcel|iran=伊朗（Iran Post）|israelpost=以色列(Israel Post)|
ixpress=IXPRESS|iyoungspeed=驿扬国际速运|jamaicapost=牙买加（Jamaica Post）|janio=janio|jerseypost=泽西岛|jetexpresseg=Jet Express|
jetexpressgroup=澳速通国际速递|jetstarexp=捷仕|jetzh=极兔国际中文|jiajiatong56=佳家通货运|jiajiawl=加佳物流|jiajikuaidi=佳吉快递|jieshitong=捷世通物流|
jiguang=极光转运|jinduan=近端|jinyuekuaidi=晋越快递|jiuyicn=久易快递|jixiangyouau=吉祥邮（澳洲）|jjx888=佳捷翔物流|jmguoxun=国迅物流|jne=JNE|
jordan=约旦(Jordan Post)|jtexpressae=极兔快递阿联酋|jtexpressth=J&T Express 泰国|juding=聚鼎物流|jumia=Jumia|jumsz=聚盟物流|jxfex=集先锋快递|
kahaexpress=Kaha Epress|kangaroo=Kangaroo Express|kangrun=康润物流|kazpost=哈萨克斯坦(Kazpost)|kenya=肯尼亚(POSTA KENYA)|
kerrythailand=Kerry Express-泰国|keypon=启邦国际物流|kfwnet=快服务|kn=Kuehne + Nagel|krtao=淘韩国际快递|ksudi=快速递|
kuehnenagel=Kuehne+Nagel|kurasi=KURASI|kxda=凯信达|kylm360=快运联盟|kyrgyzpost=吉尔吉斯斯坦(Kyrgyz Post)|lanbiaokuaidi=蓝镖快递|
lanhukuaidi=蓝弧快递|lao=老挝(Lao Express)|laposte=塞内加尔|lasership=LaserShip|lasy56=林安物流|latvia=拉脱维亚(Latvijas Pasts)|
lbbk=立白宝凯物流|lbc56=LBC Express|lc56=禄昌物流|ldzy168=两点之间|ledaexpress=乐达全球速递|ledaowuliu=楽道物流|ledii=乐递供应链|leopard=云豹国际货运|
lesotho=莱索托(Lesotho Post)|letseml=美联快递|lexship=Laxship|lianyun=联运快递|libanpost=黎巴嫩(Liban Post)|lionparcel=Lion Parcel|
lishi=丽狮物流|lite56=Lite Express|liujiashen=润禾物流|lmfex=良藤国际速递|loadbugs=Loadbugs|longlangkuaidi=隆浪快递|
loomisexpress=Loomis Express|ltparcel=联通快递|lundao=论道国际物流|luxembourgde=卢森堡(Luxembourg Post)|luyao=路遥物流|luzun=路尊物流|
lwe=LWE|macao=中国澳门(Macau Post)|macedonia=马其顿(Macedonian Post)|maersk=Maersk|mailamericas=mailamericas|mailongdy=迈隆递运|
mainfreight=Mainfreight|malta=马耳他（Malta Post）|mangguo=芒果速递|mapleexpress=今枫国际快运|mascourierservice=MAS Courier Servic|
matkahuolto=Matkahuolto|mauritius=毛里求斯(Mauritius Post)|maxeedexpress=澳洲迈速快递|mchy=木春货运|mecs=Middle East Courier service|
med56=金域达物流|meibang=美邦国际快递|meidaexpress=美达快递|merage=Merage|mexico=墨西哥（Correos de Mexico）|
mexicodenda=Mexico Senda Express|mhsy=名航速运|milkyway=银河物流|mlw=美乐维冷链物流|mol=Mitsui OSK Lines|moldova=摩尔多瓦(Posta Moldovei)|
mongolpost=蒙古国(Mongol Post)|montenegro=黑山(Posta Crne Gore)|morocco=摩洛哥 ( Morocco Post )|mrw=MRW|mxe56=中俄速通（淼信）|
mylerz=mylerz|nalexpress=新亚物流|namibia=纳米比亚(NamPost)|nandan=NandanCourier|naqel=NAQEL Express|nationex=Nationex|
nbhtt=早道佳|nederlandpost=荷兰速递(Nederland Post)|nepalpost=尼泊尔（Nepal Postal Services）|networkcourier=Network Courier|
newgistics=Newgistics|ninjaxpress=ninja xpress|nipponexpress=Nippon Express|njhzlh=南京合纵连横物流|nle=NLE|nlebv=亚欧专线|
nokcourier=Nok Courier|novaposhta=Nova Poshta|nuokelai=诺客来|nuoyaao=偌亚奥国际快递|nxtwuliu=诺信特快递|nyk=NYK Line|
ocaargen=OCA Argentina|ocpost=OC-Post|ocsindia=OCS ANA Group|oman=阿曼(Oman Post)|omni2=无限配|omniparcel=Omni Parcel|
omniva=爱沙尼亚(Eesti Post)|oneworldexpress=One World Express|opek=OPEK|opex=OPEX|overseaex=波音速递|
pakistan=巴基斯坦(Pakistan Post)|panama=巴拿马|pandulogistics=Pandu Logistics|paraguay=巴拉圭(Correo Paraguayo)|parcelchina=诚一物流|
paxel=paxel|paxelen=paxelen|pcwl56=普畅物流|peex=派尔快递|peisihuoyunkuaidi=配思货运|peixingwuliu=陪行物流|peppaship=佩奇集运|
perfectservice=Perfect Service|peru=秘鲁(SERPOST)|pesto=Presto|pflogistics=Parcel Freight Logistics|pickupp=pickupp|
pinsuxinda=品速心达快递|pinxinkuaidi=品信快递|pioneer=先锋国际快递|portugalctten=葡萄牙（Portugal CTT）|portugalseur=Portugal Seur|
posindonesia=POS INDONESIA|posta=坦桑尼亚（Tanzania Posts Corporation）|postenab=PostNord(Posten AB)|
postennorge=挪威（Posten Norge）|postnlchina=荷兰邮政-中国件|postpng=巴布亚新几内亚(PNG Post)|ppsuyun=PP速运|
primamulticipta=PT Prima Multi Cipta|ptt=土耳其|pzhjst=急顺通|qichen=启辰国际速递|qinyuan=秦远物流|qpost=卡塔尔（Qatar Post）|
quansutong=全速通|qxpress=Qxpress|qzx56=全之鑫物流|r2slogistics=R2S Logistics|rapidocargoeg=Rapido Cargo Egypt|redur=Redur|
renrenex=人人转运|rensu56=仁速物流|republic=叙利亚(Syrian Post)|rhtexpress=睿和泰速运|rjtcsd=锐界同城速递|romanian=罗马尼亚（Posta Romanian）|
royal=皇家国际速运|rpx=rpx|rrthk=日日通国际|runbail=润百特货|runhengfeng=全时速运|rwanda=卢旺达(Rwanda i-posita)|safexpress=Safexpress|
sagawaen=佐川急便-英文|salvador=Correo El Salvador|samoa=萨摩亚(Samoa Post)|sanle56=三乐物流|sanshengco=三盛快递|sanstar=盛德国际墨西哥物流|
sapexpress=SAP EXPRESS|sccod=丰程物流|sccs=SCCS|scglogistics=SCG|scic=中加国际快递|scsujiada=速佳达快运|scxingcheng=四川星程快递|
sdsy888=首达速运|sendinglog=森鼎国际物流|sendle=Sendle|seur=International Seur|sfc=SFC|sfcservice=SFC Service|sfift=十方通物流|
shadowfax=Shadowfax|shallexp=穗航物流|shanda56=衫达快运|shangcheng=尚橙物流|shanghaiwujiangmmb=上海无疆for买卖宝|shangtuguoji=尚途国际货运|
shanxijianhua=山西建华|shaoke=捎客物流|shbwch=杰响物流|shd56=商海德物流|shenganwuliu=圣安物流|shenma=神马快递|shipblu=ShipBlu|shipbyace=王牌快递|
shlexp=SHL畅灵国际物流|shpostwish=wish邮|shreeanjanicourier=shreeanjanicourier|shunbang=顺邦国际物流|sinoairinex=中外运空运|
siodemka=Siodemka|sixroad=易普递|skyexpresseg=Sky Express|skynetmalaysia=SkyNet Malaysia|skypost=荷兰Sky Post|
skypostal=Asendia HK (LATAM)|slpost=斯里兰卡(Sri Lanka Post)|smsaexpress=SMSA Express|sofast56=嗖一下同城快递|solomon=所罗门群岛|
sonapost=布基纳法索|sooeasy=水趣到家|southafrican=南非（South African Post Office）|speeda=行必达|speedaf=Speedaf|
speedegypt=Speed Shipping Company|speedex=SpeedEx|spoton=Spoton|sprint=Sprint|staky=首通快运|staryvr=星运快递|stlucia=圣卢西亚|
stwles=盛泰物流|subaoex=速豹|sucheng=速呈宅配|sucmj=特急便物流|sudapost=苏丹（Sudapost）|superoz=速配欧翼|surpost=苏里南|sutongst=速通国际快运|
svgpost=圣文森特和格林纳丁斯|swaziland=斯威士兰|swishipus=swiship us|swisspostcn=瑞士邮政|szyudawl=宇达物流|szzss=中时顺物流|talabat=Talabat|
tanzania=坦桑尼亚(Tanzania Posts)|taoplus=淘布斯国际物流|taote=淘特物流快递|tarrive=通达物流|tcixps=TCI XPS|
thebluebhellcouriers=The BlueBhell Couriers|thecourierguy=The Courier Guy|tianxiang=天翔快递|tianzong=天纵物流|tipsa=TIPSA|
tirupati=Shree Tirupati|tlky=天联快运|tmg=株式会社T.M.G|tntpostcn=TNT Post|tntuk=TNT UK|togo=多哥|
tollpriority=Toll Priority(Toll Online)|tongdaxing=通达兴物流|tonghetianxia=通和天下|tongshengwj=通胜物流|topshey=顶世国际物流|
tpcindia=The Professional Couriers|trackparcel=track-parcel|transkargologistics=Trans Kargo|
transporter=Transporter Egypt|turbo=Turbo|turtle=海龟国际快递|ubx=UBX|uex=UEX国际物流|uexiex=欧洲UEX|ufelix=Ufelix|
uganda=乌干达(Posta Uganda)|ugoexpress=邮鸽速运|uhi=优海国际速递|ukraine=乌克兰小包、大包(UkrPoshta)|ukrpostcn=乌克兰邮政包裹|uluckex=优联吉运|
uniexpress=Uni Express|unioncourier=Union Courier SAE|unitedexpress=United express courier service|uparcel=UParcel|
upsfreight=UPS Freight|upsmailinno=UPS Mail Innovations|usasueexpress=速翼快递|utaoscm=UTAO优到|
uzbekistan=乌兹别克斯坦(Post of Uzbekistan)|vanuatu=瓦努阿图(Vanuatu Post)|vietnam=越南小包(Vietnam Posts)|vipexpress=鹰运国际速递|voo=Voo|
wadily=Wadily|wahana=Wahana|wassalnow=WassalNow|watt=WATT|wdm=万达美|wedel=Wedel|wedepot=wedepot物流|welogistics=世航通运|
wexpress=威速递|whistl=Whistl|winit=万邑通|wlfast=凡仕特物流|wln=万理诺物流|wlwex=星空国际|wotu=渥途国际速运|wowexpress=wowexpress|wpost56=渭鹏速递|
wtdex=WTD海外通|wto56kj=臣邦同城|wuyuansudi=伍圆速递|wxjzwl=九洲物流|wxolys=欧利|xhongda56=新宏达物流|xianglongyuntong=祥龙运通物流|xiangteng=翔腾物流|
xilaikd=西安喜来快递|xingyuankuaidi=新元快递|xinmengcheng=鑫梦成|xiongda=雄达国际物流|xipost=西邮寄|xlair=快弟来了|xpertdelivery=Xpert Delivery|
xpressbees=XpressBees|xqd4000711238=新骐点物流|xsb56=鑫圣邦物流|xsrd=鑫世锐达|ycgglobal=YCG物流|yibangwuliu=一邦速递|yidazhuanyun=EMAYYA|
yidihui=驿递汇速递|yihangmall=易航物流|yijiangky=驿将快运|yikonn=yikonn|yilingsuyun=亿领速运|yilongex=亿隆速运|yingchao=英超物流|
yinjiesudi=银捷速递|yiouzhou=易欧洲国际物流|yiqisong=一起送|yishunhang=亿顺航|yisong=宜送|yjs=益加盛快递|ylkswl=亚历克斯供应链|yoseus=优胜国际速递|
youlai=邮来速递|youyibang=邮驿帮高铁速运|ystsd=永世通物流|yuanzhijiecheng=元智捷诚|yue777=玥玛速运|yusen=Yusen Logistics|zampost=赞比亚|
zfex56=志方物流|zgtux=途兴供应链|zhaojin=招金精炼|zhdwl=众辉达物流|zhongjiwuliu=中技物流|zhongxinda=忠信达|zhpex=众派速递|zhudiankuaiyun=逐电快运|
zjcy56=创运物流|zjgj56=振捷国际货运|zteexpress=ZTE中兴物流|ztjieda=泰捷达国际物流|ztsdu=中途国际速递|zyzoom=增速跨境
`;
