/**
 * Rich text of Outlook mail: inflated ([MS-OXRTFCP]), then read as plain text, or as the HTML that Outlook
 * wrapped into it ([MS-OXRTFEX]).
 */
import iconv from 'iconv-lite';
import { charsetName } from '../charset/charset-name.ts';

const dictionaryStart = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const compressed = 0x75465a4c;

/** Two bytes become 17 at most, so the result is bounded by the input. */
export function inflateRtf(bytes: Buffer): Buffer {
  if (bytes.length < 16) return Buffer.alloc(0);
  if (bytes.readUInt32LE(8) !== compressed) return bytes.subarray(16);
  const dictionary = Buffer.alloc(4096);
  dictionaryStart.copy(dictionary);
  let write = dictionaryStart.length;
  const out: number[] = [];
  const put = (byte: number) => {
    out.push(byte);
    dictionary[write] = byte;
    write = (write + 1) & 4095;
  };
  for (let at = 16; at < bytes.length; ) {
    const flags = bytes[at++]!;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at++]!);
        continue;
      }
      if (at + 1 >= bytes.length) return Buffer.from(out);
      const token = (bytes[at]! << 8) | bytes[at + 1]!;
      at += 2;
      const offset = token >> 4;
      if (offset === write) return Buffer.from(out);
      for (let i = 0; i < (token & 15) + 2; i++) put(dictionary[(offset + i) & 4095]!);
    }
  }
  return Buffer.from(out);
}

interface Group {
  skip: boolean;
  htmlTag: boolean;
  /** Rich text that stands for an HTML tag and is not to be shown twice. */
  htmlRtf: boolean;
  unicodeSkip: number;
}

const silent = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'themedata', 'colorschememapping', 'listtable', 'listoverridetable', 'header', 'footer', 'generator', 'xmlnstbl', 'datastore', 'latentstyles', 'mhtmltag']);
const signs: Record<string, string> = { par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', tab: '\t', cell: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', '~': '\u00a0', '_': '-' };
const deepest = 500;

export function textFromRtf(rtf: Buffer): { text: string; html: boolean } {
  const source = rtf.toString('latin1');
  const html = /\\fromhtml1/.test(source.slice(0, 2000));
  const charset = charsetName(`cp${/\\ansicpg(\d{3,5})/.exec(source.slice(0, 2000))?.[1] ?? '1252'}`) ?? 'windows-1252';
  const stack: Group[] = [{ skip: false, htmlTag: false, htmlRtf: false, unicodeSkip: 1 }];
  let group = stack[0]!;
  const out: string[] = [];
  let pending: number[] = [];
  let toSkip = 0;
  const flush = () => {
    if (pending.length) out.push(iconv.decode(Buffer.from(pending), charset));
    pending = [];
  };
  const shown = () => !group.skip && !group.htmlRtf;
  const token = /\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/g;
  for (const [, hex, word, digits, symbol, brace, plain] of source.matchAll(token)) {
    if (brace === '{') {
      if (stack.length < deepest) {
        group = Object.assign({}, group);
        stack.push(group);
      }
    } else if (brace === '}') {
      if (stack.length > 1) stack.pop();
      group = stack.at(-1)!;
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else if (shown()) pending.push(parseInt(hex, 16));
    } else if (word !== undefined) {
      flush();
      if (word === 'htmlrtf') group.htmlRtf = digits !== '0';
      else if (word === 'htmltag') Object.assign(group, { skip: !html, htmlTag: true });
      else if (silent.has(word)) group.skip = true;
      else if (word === 'uc') group.unicodeSkip = Math.min(9, Number(digits ?? 1));
      else if (word === 'u' && digits !== undefined) {
        if (shown()) out.push(String.fromCharCode(Number(digits) & 0xffff));
        toSkip = group.unicodeSkip;
      } else if (signs[word] !== undefined && shown()) out.push(signs[word]!);
    } else if (symbol !== undefined) {
      if (symbol === '*') group.skip = true;
      else if (shown() && (symbol === '\\' || symbol === '{' || symbol === '}')) pending.push(symbol.charCodeAt(0));
      else if (shown() && signs[symbol]) {
        flush();
        out.push(signs[symbol]!);
      }
    } else if (plain !== undefined) {
      const rest = toSkip > 0 ? plain.slice(toSkip) : plain;
      toSkip = Math.max(0, toSkip - plain.length);
      if (shown()) for (let i = 0; i < rest.length; i++) pending.push(rest.charCodeAt(i));
    }
  }
  flush();
  return { text: out.join('').trim(), html };
}
