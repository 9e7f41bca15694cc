/** The family names of nearly everybody who writes their name in Chinese, both scripts; two-letter ones apart. */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由張劉陳楊黃趙吳孫馬鄭羅謝許韓馮鄧蕭蔣餘於葉蘇魏呂盧鍾鐘譚陸範賈韋鄒閻龍賀顧龔邵萬錢嚴湯溫齊喬龐顏莊聶魯單關蘭寧紀畢塗駱藍遊華陽時農簡車項連麥婁竇黨費衛應閔鄔邊師榮叢鞏遲鄺談樂強鄢';
const surnames = new Set(single);
const double = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 南宫 西门 司空 独孤 歐陽 司馬 諸葛 東方 尉遲 公孫 南宮 西門 獨孤 张简 范姜 張簡 範姜 范姜'.split(
    ' ',
  ),
);

/** Whether a Chinese word begins with a family name. */
export const hasSurname = (word: string): boolean =>
  surnames.has(word[0] ?? '') || double.has(word.slice(0, 2));

/** Whether a word begins with a family name of two letters. */
export const hasLongSurname = (word: string): boolean => double.has(word.slice(0, 2));
