import iconv from 'iconv-lite';

/** Names that stand in mail and that iconv-lite does not know, or that mean a wider charset in practice. */
const aliases: Record<string, string> = {
  'us-ascii': 'ascii', ascii: 'ascii', 'ansi_x3.4-1968': 'ascii', '646': 'ascii', '7bit': 'ascii', 'iso-ir-6': 'ascii', 'default': 'ascii',
  'unknown-8bit': 'ascii', 'x-unknown': 'ascii', unknown: 'ascii', 'x-user-defined': 'ascii', '_autodetect': 'ascii', binary: 'ascii', '8bit': 'ascii',
  utf8: 'utf-8', 'utf-8': 'utf-8', utf_8: 'utf-8', 'utf8mb4': 'utf-8', 'unicode-1-1-utf-8': 'utf-8', 'cp65001': 'utf-8', 'x-utf-8': 'utf-8', 'utf-8mb4': 'utf-8', 'cesu-8': 'utf-8',
  'utf-7': 'utf-7', 'unicode-1-1-utf-7': 'utf-7', utf7: 'utf-7', 'csunicode11utf7': 'utf-7', 'x-unicode-2-0-utf-7': 'utf-7',
  'utf-16': 'utf-16', utf16: 'utf-16', 'ucs-2': 'utf-16', unicode: 'utf-16', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'utf-32': 'utf-32',
  // Browsers and mailers read these as their Windows supersets (WHATWG Encoding).
  'iso-8859-1': 'windows-1252', 'iso8859-1': 'windows-1252', latin1: 'windows-1252', 'latin-1': 'windows-1252', l1: 'windows-1252', 'iso_8859-1': 'windows-1252', 'iso-8859-1-windows': 'windows-1252', 'ansi': 'windows-1252', 'cp-1252': 'windows-1252',
  'iso-8859-9': 'windows-1254', 'iso-8859-11': 'windows-874', 'tis-620': 'windows-874',
  'iso-8859-8-i': 'iso-8859-8', 'iso-8859-8-e': 'iso-8859-8', 'iso-8859-6-i': 'iso-8859-6', 'iso-8859-6-e': 'iso-8859-6',
  gb2312: 'gb18030', gbk: 'gb18030', 'x-gbk': 'gb18030', 'gb_2312-80': 'gb18030', 'gb2312_charset': 'gb18030', 'chinesebig5': 'big5', 'x-gb18030': 'gb18030', 'euc-cn': 'gb18030', 'gb-2312': 'gb18030',
  'hz-gb-2312': 'hz', hz: 'hz', 'iso-2022-jp': 'iso-2022-jp', 'iso-2022-jp-1': 'iso-2022-jp', 'iso-2022-jp-2': 'iso-2022-jp', 'iso-2022-jp-3': 'iso-2022-jp', 'iso-2022-jp-ms': 'iso-2022-jp', 'cp50220': 'iso-2022-jp', 'cp50221': 'iso-2022-jp', 'csiso2022jp': 'iso-2022-jp', 'jis': 'iso-2022-jp',
  'iso-2022-kr': 'iso-2022-kr', csiso2022kr: 'iso-2022-kr', 'iso-2022-cn': 'iso-2022-cn',
  'shift-jis': 'shift_jis', 'x-sjis': 'shift_jis', sjis: 'shift_jis', 'ms_kanji': 'shift_jis', 'windows-31j': 'shift_jis', 'cp932': 'shift_jis', 'x-euc-jp': 'euc-jp', 'eucjp': 'euc-jp',
  'ks_c_5601-1987': 'cp949', 'ks_c_5601': 'cp949', 'ksc5601': 'cp949', 'euc-kr': 'cp949', 'x-windows-949': 'cp949', 'uhc': 'cp949', 'ks_c_5601-1989': 'cp949', 'korean': 'cp949',
  'big5': 'big5-hkscs', 'x-x-big5': 'big5-hkscs', 'big5-hkscs': 'big5-hkscs', 'cn-big5': 'big5-hkscs', 'big-5': 'big5-hkscs',
  'x-mac-roman': 'macintosh', 'x-mac-ce': 'maccenteuro', 'x-mac-centraleurroman': 'maccenteuro', 'x-mac-cyrillic': 'maccyrillic', 'mac': 'macintosh',
  'koi8': 'koi8-r', 'koi-8': 'koi8-r', 'koi8r': 'koi8-r', 'cskoi8r': 'koi8-r', 'koi8-ru': 'koi8-u', 'koi8u': 'koi8-u',
  'x-cp1250': 'windows-1250', 'x-cp1251': 'windows-1251', 'x-cp1252': 'windows-1252', 'visual iso-8859-8': 'iso-8859-8', 'logical': 'iso-8859-8',
};

/** A name iconv-lite knows, one of our own decoders, or null when the declaration means nothing. */
export function charsetName(declared: string | null): string | null {
  if (!declared) return null;
  const name = declared.slice(0, 80).toLowerCase().replace(/^[\s"'<]+|[\s"'>;,]+$/g, '').replace(/^charset\s*=\s*"?/, '').replace(/\s+/g, '-');
  const known = Object.hasOwn(aliases, name) ? aliases[name]! : null;
  if (known) return known;
  const windows = /^(?:windows|win|cp|x-cp|microsoft-cp|ibm|x-ibm)[-_ ]?(\d{3,5})$/.exec(name);
  if (windows) {
    const number = Number(windows[1]);
    const page = number >= 1250 && number <= 1258 ? `windows-${number}` : `cp${number}`;
    return Object.hasOwn(aliases, page) ? aliases[page]! : iconv.encodingExists(page) ? page : null;
  }
  const iso = /^(?:x-)?iso[-_ ]?8859[-_ ]?(\d{1,2})(?:[-_].*|:.*)?$/.exec(name);
  if (iso) return charsetOf(`iso-8859-${iso[1]}`);
  return /^[a-z][a-z0-9._-]+$/.test(name) && name !== 'base64' && name !== 'hex' && name !== 'binary' && iconv.encodingExists(name) ? name : null;
}

function charsetOf(name: string): string | null {
  return Object.hasOwn(aliases, name) ? aliases[name]! : iconv.encodingExists(name) ? name : null;
}
