/**
 * Encoded words (RFC 2047) as mailers really write them: characters split over two words,
 * missing padding, spaces and question marks inside, any charset name.
 * Every index moves forward only, so a header bomb costs linear time.
 */
import { decodeCharset } from '../charset/decode-charset.ts';

interface Word {
  charset: string;
  encoding: 'B' | 'Q';
  text: string;
  end: number;
}

export function decodeWords(header: string): string {
  if (!header.includes('=?')) return header;
  let out = '';
  let at = 0;
  let run: Word[] = [];
  const flush = () => {
    if (run.length) out += decodeRun(run);
    run = [];
  };
  const ends = endFinder(header);
  for (;;) {
    const start = header.indexOf('=?', at);
    if (start === -1) break;
    const word = readWord(header, start, ends);
    if (!word) {
      flush();
      out += header.slice(at, start + 2);
      at = start + 2;
      continue;
    }
    const between = header.slice(at, start);
    const last = run.at(-1);
    // White space between two words belongs to neither (RFC 2047 6.2).
    if (!last || between.trim() !== '') {
      flush();
      out += between;
    }
    run.push(word);
    at = word.end;
  }
  flush();
  return out + header.slice(at);
}

function readWord(header: string, start: number, ends: (from: number) => number): Word | null {
  const head = /^=\?([^?\s"(),:;<>@[\]]{0,60})\?([BbQq])\?/.exec(header.slice(start, start + 70));
  if (!head) return null;
  const from = start + head[0].length;
  let end = ends(from);
  if (end === -1) return null;
  const encoding = head[2]!.toUpperCase() as 'B' | 'Q';
  if (encoding === 'Q') {
    // A question mark written plainly before an escape, as in "?=20", is not the end of the word.
    for (let tries = 0; tries < 8 && /^[0-9A-F]{2}/.test(header.slice(end + 2, end + 4)); tries++) {
      const window = header.slice(end + 2, end + 400);
      const later = window.indexOf('?=');
      const opens = window.indexOf('=?');
      const blank = window.search(/\s/);
      if (later === -1 || (opens !== -1 && opens < later) || (blank !== -1 && blank < later)) break;
      end += 2 + later;
    }
  }
  const text = header.slice(from, end);
  if (text.includes('=?') && /=\?[^?\s]{1,40}\?[BbQq]\?/.test(text)) return null;
  return { charset: head[1]!.split('*')[0]!, encoding, text, end: end + 2 };
}

function endFinder(header: string): (from: number) => number {
  let known = 0;
  return (from) => {
    if (known !== -1 && known < from) known = header.indexOf('?=', from);
    return known;
  };
}

function decodeRun(words: Word[]): string {
  let out = '';
  for (let i = 0; i < words.length; ) {
    const { charset, encoding } = words[i]!;
    const group: Word[] = [];
    while (i < words.length && words[i]!.charset.toLowerCase() === charset.toLowerCase() && words[i]!.encoding === encoding) {
      group.push(words[i]!);
      i++;
    }
    out += decodeGroup(group, charset);
  }
  return out;
}

// A character may be split over words although RFC 2047 forbids it, so bytes are joined before they are read.
function decodeGroup(group: Word[], charset: string): string {
  const apart = decodeCharset(Buffer.concat(group.map(wordBytes)), charset).text;
  if (group.length === 1 || group[0]!.encoding !== 'B' || !damaged.test(apart)) return apart;
  // Some cut the base64 text itself at any place.
  const joined = decodeCharset(Buffer.from(group.map((word) => word.text).join(''), 'base64'), charset).text;
  return damaged.test(joined) ? apart : joined;
}

const damaged = /[\ufffd\0-\x08\x0e-\x1f]/;

function wordBytes({ encoding, text }: Word): Buffer {
  if (encoding === 'B') {
    const parts = text.split(/=+/).filter(Boolean);
    return parts.length > 1 ? Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))) : Buffer.from(text, 'base64');
  }
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return /[^\0-\xff]/.test(plain) ? Buffer.from(plain, 'utf8') : Buffer.from(plain, 'latin1');
}
