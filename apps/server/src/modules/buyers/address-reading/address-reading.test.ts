import { describe, expect, it } from 'vitest';
import { readAddressText } from './index.ts';

/** Region, street, name and telephone in one line, as a person compares them. */
const read = (text: string, home = 'CN') => {
  const { address } = readAddressText(text, home);
  const region = [address.country, address.province, address.city, address.district];
  return [region.filter(Boolean).join(' '), address.street, address.name, address.phone].join(
    ' | ',
  );
};

describe('SHOP-06 An address is read out of pasted text', () => {
  it.each([
    [
      '收货人: 张三, 手机号码: 13812345678, 所在地区: 浙江省杭州市余杭区仓前街道, 详细地址: 文一西路969号',
      '浙江省 杭州市 余杭区 | 仓前街道文一西路969号 | 张三 | 13812345678',
    ],
    [
      '张三 13812345678 浙江省 杭州市 余杭区 仓前街道 文一西路969号',
      '浙江省 杭州市 余杭区 | 仓前街道文一西路969号 | 张三 | 13812345678',
    ],
    [
      '李丽13166666666上海市黄浦区南苏州路333号',
      '上海市 上海市 黄浦区 | 南苏州路333号 | 李丽 | 13166666666',
    ],
    [
      '上海市黄浦区南苏州路333号13166666666李丽',
      '上海市 上海市 黄浦区 | 南苏州路333号 | 李丽 | 13166666666',
    ],
    [
      '杭州余杭文一西路969号海创园1号楼 李四 138-1234-5678',
      '浙江省 杭州市 余杭区 | 文一西路969号海创园1号楼 | 李四 | 13812345678',
    ],
    [
      '海淀区中关村南大街5号 王先生 13900001111',
      '北京市 北京市 海淀区 | 中关村南大街5号 | 王先生 | 13900001111',
    ],
    [
      '杭州市余杭区文一西路969号3单元401室张三13812345678',
      '浙江省 杭州市 余杭区 | 文一西路969号3单元401室 | 张三 | 13812345678',
    ],
    [
      '姓名:张三\n电话:+86 138 1234 5678\n地址：广东省深圳市南山区高新南一道８号🏠',
      '广东省 深圳市 南山区 | 高新南一道8号 | 张三 | 13812345678',
    ],
    [
      '王小明[1234] 18412345678-1234 江苏省 苏州市 昆山市 玉山镇前进西路100号',
      '江苏省 苏州市 昆山市 | 玉山镇前进西路100号 | 王小明[1234] | 18412345678-1234',
    ],
    ['广东省 广州市 海珠区 海珠区江南西路1号', '广东省 广州市 海珠区 | 江南西路1号 |  | '],
    ['内蒙呼市新城区中山东路1号', '内蒙古自治区 呼和浩特市 新城区 | 中山东路1号 |  | '],
    ['广东省东莞市塘厦镇林村 13812345678 赵六', '广东省 东莞市 塘厦镇 | 林村 | 赵六 | 13812345678'],
    ['湖北省仙桃市龙华山街道1号', '湖北省 仙桃市 | 龙华山街道1号 |  | '],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    [
      '106台北市大安區忠孝東路四段100號5樓 王大明 0912-345-678',
      'CN',
      '台灣 台北市 大安區 | 忠孝東路四段100號5樓 | 王大明 | 0912-345-678',
    ],
    [
      '台北市大安區忠孝東路四段100號5樓 王大明 0912345678',
      'TW',
      '台北市 大安區 | 忠孝東路四段100號5樓 | 王大明 | 0912345678',
    ],
    [
      '香港九龍觀塘區觀塘道388號20樓 陳大文 +852 9123 4567',
      'CN',
      '香港 九龍 觀塘區 | 觀塘道388號20樓 | 陳大文 | +852 9123 4567',
    ],
    [
      '香港尖沙咀彌敦道100號 陳大文 91234567',
      'HK',
      '九龍 油尖旺區 | 尖沙咀彌敦道100號 | 陳大文 | 91234567',
    ],
  ])('%s', (text, home, expected) => {
    expect(read(text, home)).toBe(expected);
  });

  it.each([
    ['张三 0571-8888 6666转801 杭州市西湖区文三路1号', '0571-8888', ''],
    ['张三 95013123456789012 杭州市西湖区文三路1号', '95013123456789012', '张三'],
    ['张三 (0571)88886666 杭州市西湖区文三路1号', '(0571)88886666', '张三'],
    ['张三，１３８　１２３４　５６７８，杭州市西湖区文三路1号', '13812345678', '张三'],
    ['张三 13812345678转1234 杭州市西湖区文三路1号', '13812345678-1234', '张三'],
    ['张三 400-820-8820 杭州市西湖区文三路1号', '400-820-8820', '张三'],
    ['杭州市西湖区文三路1号302室13812345678张三收', '13812345678', '张三'],
    ['王女士 杭州市西湖区文三路1号 13812345678', '13812345678', '王女士'],
    ['欧阳娜娜 杭州市西湖区文三路1号 13812345678', '13812345678', '欧阳娜娜'],
    ['古丽娜扎·买买提 新疆乌鲁木齐市天山区人民路1号 13812345678', '13812345678', '古丽娜扎·买买提'],
  ])('reads the telephone and the name of %s', (text, phone, name) => {
    const { address } = readAddressText(text);
    expect(address.phone.startsWith(phone)).toBe(true);
    if (name) expect(address.name).toBe(name);
    expect(address.street).toMatch(/^(?:文三路1号|人民路1号)/);
  });

  it.each([
    [
      'John Smith\n986 Sunset Drive\nSuite 259\nDenver, CO 80279\nUSA\n(303) 555-1234',
      'CN',
      'USA CO Denver | 986 Sunset Drive, Suite 259 | John Smith | (303) 555-1234',
    ],
    [
      'John Smith, 986 Sunset Drive, Denver, CO, 80279, USA',
      'US',
      'CO Denver | 986 Sunset Drive | John Smith | ',
    ],
    [
      'Jane Doe, 10 Downing Street, London SW1A 2AA, UK +44 20 7946 0000',
      'CN',
      'UK London | 10 Downing Street | Jane Doe | +44 20 7946 0000',
    ],
    [
      'Max Mustermann\nHauptstraße 5\n10115 Berlin\nGermany',
      'CN',
      'Germany Berlin | Hauptstraße 5 | Max Mustermann | ',
    ],
    [
      'Name: Ann Lee\nAddress: 12 Main St\nCity: Toronto\nProvince: ON M5V 2T6\nCountry: Canada',
      'CN',
      'Canada ON Toronto | 12 Main St | Ann Lee | ',
    ],
    [
      '美国加利福尼亚州洛杉矶市第五大道100号 王伟 13812345678',
      'CN',
      '美国 | 美国加利福尼亚州洛杉矶市第五大道100号 | 王伟 | 13812345678',
    ],
    [
      '澳門氹仔孫逸仙博士大馬路1號 何小姐 +853 6612 3456',
      'CN',
      '澳門 澳門外島 嘉模堂區 | 氹仔孫逸仙博士大馬路1號 | 何小姐 | +853 6612 3456',
    ],
  ])('abroad: %s', (text, home, expected) => {
    expect(read(text, home)).toBe(expected);
  });

  it.each([
    ['崇文区花市大街1号', '北京市 北京市 东城区'],
    ['上虞市百官街道1号', '浙江省 绍兴市 上虞区'],
    ['广州市萝岗区科学大道99号', '广东省 广州市 黄埔区'],
    ['南京市雨花区小行路58号', '江苏省 南京市 雨花台区'],
    ['广东省东莞市万江区新和螺涌村', '广东省 东莞市 万江街道'],
    ['广东省佛山市里水镇东部工业园', '广东省 佛山市 南海区'],
    ['中关村街道科学院南路2号', '北京市 北京市 海淀区'],
    ['呼和浩特敕勒川大街15号', '内蒙古自治区 呼和浩特市'],
    ['上海市威海路233号', '上海市 上海市'],
    [
      '海南省海南省白沙黎族自治县海南省省直辖县级行政区划白沙黎族自治县牙叉农场9栋',
      '海南省 白沙黎族自治县',
    ],
  ])('old names, towns and streets that bear the name of a place: %s', (text, region) => {
    expect(read(text).split(' | ')[0]).toBe(region);
  });

  it('finds the district by its town, and tells two districts of one name apart by it', () => {
    expect(read('杭州仓前街道文一西路969号')).toMatch(/^浙江省 杭州市 余杭区 \|/);
    expect(read('朝阳区望京街道阜通东大街6号')).toMatch(/^北京市 北京市 朝阳区 \|/);
  });

  it('says that a region is open instead of choosing', () => {
    const reading = readAddressText('江苏省鼓楼区中山北路1号');
    expect(reading.problems).toContain('region_ambiguous');
    expect(reading.sure.region).toBe(false);
    expect(reading.address).toMatchObject({ province: '江苏省', city: '', district: '鼓楼区' });
    expect(reading.choices.map(({ city }) => city).sort()).toEqual(['南京市', '徐州市']);
  });

  it('puts a wrong city right where the district leaves no doubt, and says so', () => {
    const reading = readAddressText('广东省揭阳市饶平县中山北路231号');
    expect(reading.address).toMatchObject({
      province: '广东省',
      city: '潮州市',
      district: '饶平县',
    });
    expect(reading.problems).toContain('region_corrected');
  });

  it('names a contradiction it cannot solve and loses no word', () => {
    const reading = readAddressText('浙江省杭州市海淀区中关村1号');
    expect(reading.problems).toContain('region_contradictory');
    expect(reading.address).toMatchObject({
      city: '杭州市',
      district: '',
      street: '海淀区中关村1号',
    });
  });

  it('drops an identity card number', () => {
    const reading = readAddressText('张三 110101199003071234 13812345678 海淀区中关村南大街5号');
    expect(JSON.stringify(reading)).not.toContain('110101');
    expect(reading.problems).toContain('identity_dropped');
  });
});
