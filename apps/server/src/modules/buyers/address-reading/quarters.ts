/** Well-known quarters of Hong Kong and Macau and the district each lies in, simplified and in English. */
const quarters: Record<string, string> = {
  中西区:
    '中环 上环 西营盘 坚尼地城 半山 金钟 石塘咀 山顶|CENTRAL AND WESTERN|CENTRAL|SHEUNG WAN|SAI YING PUN|KENNEDY TOWN|MID-LEVELS|ADMIRALTY',
  湾仔区: '铜锣湾 跑马地 大坑 湾仔|CAUSEWAY BAY|HAPPY VALLEY|WAN CHAI|WANCHAI',
  东区: '北角 鲗鱼涌 太古 西湾河 筲箕湾 柴湾 小西湾 炮台山|NORTH POINT|QUARRY BAY|TAIKOO|SHAU KEI WAN|CHAI WAN',
  南区: '香港仔 鸭脷洲 赤柱 薄扶林 黄竹坑 石排湾|ABERDEEN|AP LEI CHAU|STANLEY|POK FU LAM|WONG CHUK HANG',
  油尖旺区:
    '尖沙咀 油麻地 旺角 佐敦 大角咀 尖东|TSIM SHA TSUI|YAU MA TEI|MONG KOK|MONGKOK|JORDAN|TAI KOK TSUI',
  深水埗区:
    '长沙湾 荔枝角 石硖尾 美孚 深水埗 又一村|SHAM SHUI PO|CHEUNG SHA WAN|LAI CHI KOK|MEI FOO',
  九龙城区:
    '红磡 何文田 九龙塘 土瓜湾 启德 马头围 九龙城|HUNG HOM|HO MAN TIN|KOWLOON TONG|TO KWA WAN|KOWLOON CITY|KAI TAK',
  黄大仙区: '钻石山 慈云山 新蒲岗 彩虹 乐富 黄大仙|DIAMOND HILL|SAN PO KONG|WONG TAI SIN|LOK FU',
  观塘区: '牛头角 九龙湾 蓝田 油塘 秀茂坪 观塘|NGAU TAU KOK|KOWLOON BAY|LAM TIN|YAU TONG|KWUN TONG',
  葵青区: '葵涌 葵芳 葵兴 青衣|KWAI CHUNG|KWAI FONG|KWAI HING|TSING YI|KWAI TSING',
  荃湾区: '深井 荃湾 马湾|TSUEN WAN|SHAM TSENG',
  屯门区: '屯门 蓝地 小榄|TUEN MUN',
  元朗区: '天水围 元朗 锦田 洪水桥|TIN SHUI WAI|YUEN LONG|KAM TIN',
  北区: '上水 粉岭 沙头角|SHEUNG SHUI|FANLING',
  大埔区: '大埔 太和|TAI PO',
  沙田区: '马鞍山 火炭 大围 沙田|MA ON SHAN|FO TAN|TAI WAI|SHA TIN|SHATIN',
  西贡区: '将军澳 坑口 调景岭 宝琳 西贡|TSEUNG KWAN O|HANG HAU|SAI KUNG|CLEAR WATER BAY',
  嘉模堂区: '氹仔 凼仔|TAIPA',
  圣方济各堂区: '路环|COLOANE',
  离岛区: '东涌 愉景湾 长洲 梅窝 大屿山|TUNG CHUNG|DISCOVERY BAY|CHEUNG CHAU|LANTAU',
};

const byQuarter = Object.entries(quarters)
  .flatMap(([district, list]) =>
    list.split(/[ |](?=\p{sc=Han})|\|/u).map((quarter) => [quarter, district] as const),
  )
  .sort((a, b) => b[0].length - a[0].length);

/** The district a quarter named in the text lies in; null where none or several are named. */
export function quarterDistrict(key: string): string | null {
  const found = new Set<string>();
  let text = key;
  for (const [quarter, district] of byQuarter) {
    if (!text.includes(quarter)) continue;
    found.add(district);
    text = text.replaceAll(quarter, ' ');
  }
  const [only] = found;
  return found.size === 1 && only ? only : null;
}
