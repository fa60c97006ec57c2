import { decodeCharset } from '../charset/decode-charset.ts';
import { decodeWords } from './encoded-words.ts';

const notAscii = /[\x80-\xff]|\x1b\$/;

/** Raw 8-bit header bytes to Unicode; encoded words stay as they are. */
export function decodeRawHeader(latin1: string, charset: string | null): string {
  if (!notAscii.test(latin1)) return latin1;
  return decodeCharset(Buffer.from(latin1, 'latin1'), charset).text;
}

/** The readable text of an unstructured header (Subject): one line without control characters. */
export function headerText(latin1: string, charset: string | null): string {
  const text = decodeWords(decodeRawHeader(latin1, charset));
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').trim();
}
