import { resolve } from 'node:path';

/** How a setting's text becomes its value. `read` returns the fault as a string in `{ fault }`. */
export interface Kind<T> {
  /** What may be written, in both languages: `a whole number from 0 to 65535`. */
  readonly expects: { en: string; zh: string };
  /** The value, or undefined when the text is not one. */
  readonly read: (text: string) => T | undefined;
}

/** A whole number within bounds. */
export function whole(least: number, most: number): Kind<number> {
  return {
    expects: {
      en: `a whole number from ${least} to ${most}`,
      zh: `${least} 到 ${most} 之间的整数`,
    },
    read: (text) => {
      const value = Number(text);
      return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
    },
  };
}

/** A whole number whose value is `unit` times what is written: megabytes to bytes. */
export function times(unit: number, kind: Kind<number>): Kind<number> {
  const read = (text: string): number | undefined => {
    const value = kind.read(text);
    return value === undefined ? undefined : value * unit;
  };
  return { expects: kind.expects, read };
}

/** One of a few words. */
export function oneOf<const W extends string>(...words: W[]): Kind<W> {
  const list = words.join(', ');
  return {
    expects: { en: `one of ${list}`, zh: `以下之一：${list}` },
    read: (text) => words.find((word) => word === text),
  };
}

/** Some of a few words, separated by commas; at least one. */
export function someOf<const W extends string>(...words: W[]): Kind<readonly W[]> {
  const list = words.join(', ');
  return {
    expects: { en: `some of ${list}, separated by commas`, zh: `以下若干项，用逗号分隔：${list}` },
    read: (text) => {
      const parts = text.split(',').map((part) => part.trim());
      const found = words.filter((word) => parts.includes(word));
      return found.length > 0 && parts.every((part) => words.some((word) => word === part))
        ? found
        : undefined;
    },
  };
}

/** yes or no. */
export const yesNo: Kind<boolean> = {
  expects: { en: 'yes or no', zh: 'yes 或 no' },
  read: (text) => ({ yes: true, true: true, no: false, false: false })[text.toLowerCase()],
};

/** A folder or file; relative to where the program was started. */
export const path: Kind<string> = {
  expects: { en: 'a path', zh: '路径' },
  read: (text) => (text.includes('\0') ? undefined : resolve(text)),
};

/** The address a server listens on. */
export const hostName: Kind<string> = {
  expects: { en: 'an IP address or host name', zh: 'IP 地址或主机名' },
  read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
};

/** A web address without a path, kept without the slash at its end. */
export const origin: Kind<string> = {
  expects: {
    en: 'an address like https://desk.example.com',
    zh: '形如 https://desk.example.com 的地址',
  },
  read: (text) => {
    const url = URL.parse(text);
    const plain = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/';
    return plain && url.search === '' && url.username === '' ? url.origin : undefined;
  },
};

/** Where a PostgreSQL is reached. */
export const postgresUrl: Kind<string> = {
  expects: {
    en: 'an address like postgresql://user:password@host:5432/name',
    zh: '形如 postgresql://用户:密码@主机:5432/库名 的地址',
  },
  read: (text) => (/^postgres(ql)?:\/\/[^/]*\/.+/.test(text) ? text : undefined),
};

/** Some places, `host:port`, separated by commas; none is allowed. */
export const places: Kind<readonly string[]> = {
  expects: {
    en: 'host:port, several separated by commas, or none',
    zh: '主机:端口，多个用逗号分隔，或 none',
  },
  read: (text) => {
    const parts = text === 'none' ? [] : text.split(',').map((part) => part.trim().toLowerCase());
    return parts.every((part) => /^[\w.-]+:\d{1,5}$/.test(part)) ? parts : undefined;
  },
};

/** A secret of at least 32 characters. */
export const secret: Kind<string> = {
  expects: { en: 'at least 32 characters', zh: '至少 32 个字符' },
  read: (text) => (text.length >= 32 ? text : undefined),
};
