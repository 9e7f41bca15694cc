import {
  type AskedParcel,
  isTrouble,
  type ParcelProvider,
  type ProviderLine,
  type ToldParcel,
  type Trouble,
} from '../../modules/parcels/ports.ts';
import {
  chinaTime,
  formOf,
  jsonField,
  sameBytes,
  sendForm,
  toChinaTime,
} from '../carriers-http/form.ts';
import { carrierOfShipper, codeWords, shipperCodes } from './codes.ts';
import { dataSign } from './sign.ts';

interface Trace {
  readonly AcceptTime?: string;
  readonly AcceptStation?: string;
  readonly Location?: string;
  readonly Action?: string;
  readonly Remark?: string;
}

interface Result {
  readonly ShipperCode?: string;
  readonly LogisticCode?: string;
  readonly Success?: boolean;
  readonly Reason?: string | null;
  readonly State?: string;
  readonly StateEx?: string;
  readonly Traces?: readonly Trace[];
}

interface Push {
  readonly EBusinessID?: string;
  readonly Data?: readonly Result[];
}

const ends = new Set(['3', '301', '302', '304', '311', '406', '415']);

function toldOf(result: Result): ToldParcel {
  const code = result.StateEx || result.State || null;
  return {
    carrier: carrierOfShipper(result.ShipperCode ?? ''),
    number: result.LogisticCode ?? '',
    code,
    ended: ends.has(code ?? ''),
    steps: (result.Traces ?? []).map((trace) => ({
      at: chinaTime(trace.AcceptTime),
      code: trace.Action || null,
      word: codeWords[trace.Action ?? ''] ?? '',
      text: trace.AcceptStation ?? '',
      place: trace.Location ?? '',
    })),
  };
}

function troubleOf({ Reason }: Result): Trouble {
  const detail = Reason ?? 'refused';
  if (/没有可用套餐|余额|次数|EBusinessID|非法|签名|DataSign|认证|权限|未开通/.test(detail))
    return { trouble: 'denied', detail };
  if (/频率|频繁|繁忙|并发/.test(detail)) return { trouble: 'busy', detail };
  if (/暂无|无轨迹|查无/.test(detail)) return { trouble: 'nothing', detail };
  return { trouble: 'no', detail };
}

/** One request: data, who asks, and the signature over both. */
function ask(
  line: ProviderLine,
  url: string,
  type: string,
  data: object,
): Promise<Result | Trouble> {
  const { businessId = '', appKey = '' } = line.secrets;
  const RequestData = JSON.stringify(data);
  return sendForm<Result>(line, url, {
    RequestData,
    EBusinessID: businessId,
    RequestType: type,
    DataSign: dataSign(RequestData, appKey),
    DataType: '2',
  });
}

const parcelOf = (parcel: AskedParcel) => ({
  ShipperCode: shipperCodes[parcel.carrier] ?? parcel.carrier.toUpperCase(),
  LogisticCode: parcel.number,
  ...(parcel.phoneTail === '' ? {} : { CustomerName: parcel.phoneTail }),
});

const origin = 'https://api.kdniao.com';

/** 快递鸟: query (8001) and subscription (8008); a callback is signed over its data with the AppKey. */
export const createKdniao = (): ParcelProvider => ({
  kind: 'kdniao',
  secrets: ['businessId', 'appKey'],
  async query(line, parcel) {
    const told = await ask(
      line,
      `${origin}/Ebusiness/EbusinessOrderHandle.aspx`,
      '8001',
      parcelOf(parcel),
    );
    if (isTrouble(told)) return told;
    return told.Success === true ? toldOf(told) : troubleOf(told);
  },
  async subscribe(line, parcel, callback) {
    const told = await ask(line, `${origin}/api/dist`, '8008', {
      ...parcelOf(parcel),
      Callback: callback,
    });
    if (isTrouble(told)) return told;
    if (told.Success === true || /重复订阅|已订阅/.test(told.Reason ?? '')) return null;
    return troubleOf(told);
  },
  readCallback({ secrets, now }, _headers, body) {
    const form = formOf(body);
    const data = form.get('RequestData') ?? '';
    const { businessId = '', appKey = '' } = secrets;
    const sign = Buffer.from(form.get('DataSign') ?? '');
    if (appKey === '' || !sameBytes(Buffer.from(dataSign(data, appKey)), sign)) return null;
    const push = jsonField<Push>(form, 'RequestData');
    if (push?.EBusinessID !== businessId) return null;
    const told = (push.Data ?? []).filter((one) => one.LogisticCode).map(toldOf);
    const reply = {
      EBusinessID: businessId,
      UpdateTime: toChinaTime(now()),
      Success: true,
      Reason: '',
    };
    return { told, reply };
  },
});
