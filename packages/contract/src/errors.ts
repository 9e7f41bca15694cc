/** A declared refusal: its HTTP status and what a person can do about it, in each language. `{name}` takes a parameter. */
export interface ErrorText {
  readonly status:
    | 400
    | 401
    | 402
    | 403
    | 404
    | 405
    | 409
    | 410
    | 413
    | 415
    | 422
    | 423
    | 428
    | 429
    | 500
    | 503;
  readonly en: string;
  readonly 'zh-CN': string;
  readonly 'zh-TW': string;
}

export type ErrorTexts = Readonly<Record<string, ErrorText>>;

/** Words of a closed vocabulary for people, by word: a parameter that holds one (or several) is written in these. */
export type WordTexts = Readonly<
  Record<string, { readonly en: string; readonly 'zh-CN': string; readonly 'zh-TW': string }>
>;

/** Declares a module's refusals; the key is the stable code. */
export const defineErrors = <const E extends ErrorTexts>(texts: E): E => texts;
