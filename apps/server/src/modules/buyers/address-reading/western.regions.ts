/** States, provinces and territories that stand in addresses, by code and by name in capitals. */
const us =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const ca =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon';
const au =
  'NSW New South Wales|VIC Victoria|QLD Queensland|SA South Australia|WA Western Australia|TAS Tasmania|ACT Australian Capital Territory|NT Northern Territory';

/** A line that ends an address: state and postcode of a country. */
export interface StateForm {
  readonly country: string;
  readonly form: RegExp;
}

const words = (list: string) =>
  list
    .split('|')
    .flatMap((entry) => [entry.slice(entry.indexOf(' ') + 1), entry.slice(0, entry.indexOf(' '))])
    .sort((a, b) => b.length - a.length)
    .join('|');

const lineOf = (states: string, post: string) =>
  new RegExp(`(?:^|[ ,])(${words(states)})\\.?,? +(${post})$`, 'i');

/** Tried in this order. */
export const stateForms: readonly StateForm[] = [
  { country: 'US', form: lineOf(us, '\\d{5}(?:-\\d{4})?') },
  { country: 'CA', form: lineOf(ca, '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d') },
  { country: 'AU', form: lineOf(au, '\\d{4}') },
];

/** City and postcode in one line, without a state: 10115 Berlin, London SW1A 1AA. */
export const cityForms: readonly { form: RegExp; post: 1 | 2; city: 1 | 2 }[] = [
  { form: /^(?:(.{2,40}?)[ ,]+)?([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i, city: 1, post: 2 },
  {
    form: /^(?:[A-Z]{1,2}-)?(\d{4,6}(?: [A-Z]{2})?) +(\p{L}[\p{L} .'-]{1,40})$/u,
    city: 2,
    post: 1,
  },
  { form: /^(\p{L}[\p{L} .'-]{1,40}?),? +(\d{4,6}|\d{3}-\d{4})$/u, city: 1, post: 2 },
];
