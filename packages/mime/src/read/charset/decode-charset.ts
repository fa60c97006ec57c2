/**
 * Bytes to text. A declaration is believed unless the bytes contradict it; then valid UTF-8 wins,
 * and after it the charset whose letters look most like a language (guess-charset.ts).
 */
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { charsetName } from './charset-name.ts';
import { guessCharset, westernLooksWrong } from './guess-charset.ts';
import { decodeHz, decodeIso2022Jp, decodeIso2022Kr } from './iso-2022.ts';

export interface DecodedText {
  text: string;
  /** The charset that was used. */
  charset: string;
  /** One sentence when the bytes were not read as declared. */
  warning: string | null;
}

export function decodeCharset(bytes: Buffer, declared: string | null): DecodedText {
  const name = charsetName(declared);
  const odd = (used: string) => `declared ${declared?.slice(0, 40) ?? 'no charset'}, read as ${used}`;
  const bom = byteOrderMark(bytes);
  if (bom) return { text: decodeAs(bytes, bom), charset: bom, warning: name && !name.startsWith('utf') ? odd(bom) : null };
  if (isAscii(bytes) && !switchesByEscape(name)) {
    if (bytes.includes('\x1b$')) return { text: decodeIso2022Jp(bytes), charset: 'iso-2022-jp', warning: odd('iso-2022-jp') };
    return { text: bytes.toString('latin1'), charset: name ?? 'ascii', warning: declared && !name ? odd('ascii') : null };
  }
  if (name === 'utf-16' || name === 'utf-16le' || name === 'utf-16be') return decodeUtf16(bytes, name, odd);
  if (isUtf8(bytes) && (name === null || name === 'utf-8' || name === 'ascii' || name === 'windows-1252' || singleByte.test(name))) {
    return { text: bytes.toString('utf8'), charset: 'utf-8', warning: name === 'utf-8' || !declared ? null : odd('utf-8') };
  }
  if (name === 'utf-8') return decodeBrokenUtf8(bytes, odd);
  if (name === null || name === 'ascii') {
    const damaged = name === null || name === 'ascii' ? mostlyUtf8(bytes) : null;
    if (damaged !== null) return { text: damaged, charset: 'utf-8', warning: 'damaged utf-8 was read with gaps' };
    const guess = guessCharset(bytes);
    return { text: decodeAs(bytes, guess), charset: guess, warning: odd(guess) };
  }
  if (name === 'windows-1252' && westernLooksWrong(bytes)) {
    const guess = guessCharset(bytes);
    return { text: decodeAs(bytes, guess), charset: guess, warning: guess === name ? null : odd(guess) };
  }
  return { text: decodeAs(bytes, name), charset: name, warning: null };
}

// Valid UTF-8 with letters beyond ASCII is next to impossible in these.
const singleByte = /^(?:windows-125\d|iso-8859-\d+|koi8-[ru]|mac|cp\d)/;

function switchesByEscape(name: string | null): boolean {
  return name !== null && (name === 'utf-7' || name === 'hz' || name.startsWith('iso-2022') || name.startsWith('utf-16') || name.startsWith('utf-32'));
}

function decodeAs(bytes: Buffer, name: string): string {
  if (name === 'utf-8') return bytes.toString('utf8', startsWithUtf8Mark(bytes) ? 3 : 0);
  if (name === 'iso-2022-jp') return bytes.includes(0x1b) || isAscii(bytes) ? decodeIso2022Jp(bytes) : iconv.decode(bytes, 'shift_jis');
  if (name === 'iso-2022-kr') return decodeIso2022Kr(bytes);
  if (name === 'hz') return decodeHz(bytes);
  if (name === 'iso-2022-cn' || name === 'ascii') return bytes.toString('latin1');
  return iconv.decode(bytes, name);
}

function byteOrderMark(bytes: Buffer): string | null {
  if (startsWithUtf8Mark(bytes)) return 'utf-8';
  if (bytes.length < 4) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function startsWithUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

// "utf-16" is declared over plain text more often than over UTF-16: without zero bytes it is something else.
function decodeUtf16(bytes: Buffer, name: string, odd: (used: string) => string): DecodedText {
  const sample = bytes.subarray(0, 4000);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) evenZeros++;
    if (sample[i + 1] === 0) oddZeros++;
  }
  if (evenZeros + oddZeros === 0 && isUtf8(bytes)) return { text: bytes.toString('utf8'), charset: 'utf-8', warning: odd('utf-8') };
  const used = name === 'utf-16' ? (oddZeros > evenZeros ? 'utf-16le' : 'utf-16be') : name;
  return { text: decodeAs(bytes, used), charset: used, warning: null };
}

// Cut or slightly damaged UTF-8 stays UTF-8; text that is hardly UTF-8 at all was declared wrongly.
function decodeBrokenUtf8(bytes: Buffer, odd: (used: string) => string): DecodedText {
  const { text, broken, whole } = countUtf8(bytes);
  if (whole >= broken * 2 || (broken <= 3 && endsInsideCharacter(bytes))) return { text, charset: 'utf-8', warning: 'damaged utf-8 was read with gaps' };
  const guess = guessCharset(bytes);
  return { text: decodeAs(bytes, guess), charset: guess, warning: odd(guess) };
}

/** Undeclared text that was cut or damaged on its way; chance makes no such run of whole characters. */
function mostlyUtf8(bytes: Buffer): string | null {
  const { text, broken, whole } = countUtf8(bytes);
  return whole >= 4 && whole >= broken * 4 ? text : null;
}

function countUtf8(bytes: Buffer): { text: string; broken: number; whole: number } {
  const text = bytes.toString('utf8');
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return { text, broken, whole };
}

function endsInsideCharacter(bytes: Buffer): boolean {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    if ((bytes[bytes.length - cut]! & 0xc0) === 0xc0) return isUtf8(bytes.subarray(0, bytes.length - cut));
  }
  return false;
}
