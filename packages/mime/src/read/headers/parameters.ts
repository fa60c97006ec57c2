/**
 * Content-Type and Content-Disposition with their parameters (RFC 2045 5.1, RFC 2231), as mailers
 * write them: without quotes, with an open quote, with a missing semicolon, with encoded words.
 */
import { decodeCharset } from '../charset/decode-charset.ts';
import { decodeWords } from './encoded-words.ts';

export interface HeaderWithParameters {
  /** Lower case, without parameters and comments. */
  value: string;
  /** Lower-case name → decoded value. */
  parameters: Map<string, string>;
}

interface Segment {
  index: number;
  encoded: boolean;
  text: string;
}

export function parseParameters(header: string): HeaderWithParameters {
  const semicolon = header.indexOf(';');
  const head = (semicolon === -1 ? header : header.slice(0, semicolon)).replace(/\([^()]*\)/g, ' ').trim();
  const value = (/^\S+/.exec(head)?.[0] ?? '').toLowerCase();
  const parameters = new Map<string, string>();
  const segments = new Map<string, Segment[]>();
  const rest = semicolon === -1 ? head.slice(value.length) : header.slice(semicolon + 1);
  for (const [rawName, text] of readPairs(rest)) {
    const star = rawName.indexOf('*');
    if (star === -1) {
      if (!parameters.has(rawName)) parameters.set(rawName, decodeWords(text));
      continue;
    }
    const name = rawName.slice(0, star);
    const marks = rawName.slice(star);
    const index = /^\*(\d{1,6})/.exec(marks);
    const segment = { index: index ? Number(index[1]) : 0, encoded: marks.endsWith('*'), text };
    const known = segments.get(name);
    if (known) known.push(segment);
    else segments.set(name, [segment]);
  }
  for (const [name, list] of segments) parameters.set(name, joinSegments(list));
  return { value, parameters };
}

const namePattern = /([A-Za-z0-9_.-]{1,200}(?:\*\d{0,9}\*?)?)\s*=\s*/y;
// An unquoted value goes on over spaces (file names) until a semicolon or the next "name=".
const barePattern = /[^;"\s][^;\s]*(?:[ \t]+(?![A-Za-z0-9-]{1,40}(?:\*\d{0,6}\*?)?=[^=])[^;\s]+)*/y;

function* readPairs(text: string): Generator<[string, string]> {
  let at = 0;
  while (at < text.length) {
    if (/[;\s]/.test(text[at]!)) {
      at++;
      continue;
    }
    namePattern.lastIndex = at;
    const name = namePattern.exec(text);
    if (!name) {
      const next = text.indexOf(';', at + 1);
      if (next === -1) return;
      at = next;
      continue;
    }
    at = namePattern.lastIndex;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      yield [name[1]!.toLowerCase(), quoted.value];
      at = quoted.end;
    } else {
      barePattern.lastIndex = at;
      const bare = barePattern.exec(text)?.[0] ?? '';
      yield [name[1]!.toLowerCase(), bare.trim()];
      at += bare.length;
    }
  }
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]!;
    // Windows paths stand unescaped in the wild, so only \" and \\ are escapes.
    if (char === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) value += text[++at];
    else if (char === '"') return { value, end: at + 1 };
    else value += char;
  }
  const semicolon = text.indexOf(';', start);
  if (semicolon === -1) return { value, end: text.length };
  return { value: text.slice(start + 1, semicolon), end: semicolon };
}

function joinSegments(segments: Segment[]): string {
  segments.sort((a, b) => a.index - b.index);
  let charset: string | null = null;
  const pieces: Buffer[] = [];
  let plain = true;
  for (const [position, { encoded, text }] of segments.entries()) {
    let rest = text;
    if (encoded && position === 0) {
      const prefix = /^([^']*)'[^']*'/.exec(text);
      if (prefix) {
        charset = prefix[1] || null;
        rest = text.slice(prefix[0].length);
      }
    }
    if (encoded) plain = false;
    pieces.push(encoded ? percentBytes(rest) : Buffer.from(rest, 'utf8'));
  }
  const bytes = Buffer.concat(pieces);
  return plain ? decodeWords(bytes.toString('utf8')) : decodeCharset(bytes, charset).text;
}

export function percentBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const hex = bytes[i] === 37 ? bytes.toString('latin1', i + 1, i + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      bytes[length++] = parseInt(hex, 16);
      i += 2;
    } else bytes[length++] = bytes[i]!;
  }
  return bytes.subarray(0, length);
}
