/**
 * The charsets that switch by escape sequences and that iconv-lite does not have: ISO-2022-JP (RFC 1468,
 * 1554, 2237 and Microsoft's half-width kana), ISO-2022-KR (RFC 1557), HZ (RFC 1843).
 * Each is rewritten to its 8-bit twin (EUC-JP, EUC-KR, GB 2312), which iconv-lite reads.
 */
import iconv from 'iconv-lite';

const escape = 0x1b;

export function decodeIso2022Jp(bytes: Uint8Array): string {
  const out = Buffer.alloc(bytes.length * 2);
  let length = 0;
  let set: 'ascii' | 'kana' | 'x0208' | 'x0212' = 'ascii';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === escape) {
      const second = bytes[at + 1];
      const third = bytes[at + 2];
      if (second === 0x24 && (third === 0x40 || third === 0x42)) [set, at] = ['x0208', at + 2];
      else if (second === 0x24 && third === 0x28 && bytes[at + 3] === 0x44) [set, at] = ['x0212', at + 3];
      else if (second === 0x24 && third === 0x28) [set, at] = ['x0208', at + 3];
      else if (second === 0x28 && third === 0x49) [set, at] = ['kana', at + 2];
      else if (second === 0x28) [set, at] = ['ascii', at + 2];
      continue;
    }
    if (byte === 0x0e || byte === 0x0f) {
      set = byte === 0x0e ? 'kana' : 'ascii';
    } else if (byte < 0x21 || byte > 0x7e || set === 'ascii') {
      // A line end without the closing escape goes back to ASCII (RFC 1468).
      if (byte === 0x0a) set = 'ascii';
      out[length++] = byte;
    } else if (set === 'kana') {
      out[length++] = 0x8e;
      out[length++] = byte | 0x80;
    } else {
      if (set === 'x0212' && at + 1 < bytes.length) {
        // Three bytes for two: grows by half, and the buffer has twice the size.
        out[length++] = 0x8f;
      }
      out[length++] = byte | 0x80;
      const trail = bytes[at + 1];
      if (trail !== undefined && trail >= 0x21 && trail <= 0x7e) out[length++] = bytes[++at]! | 0x80;
    }
  }
  return iconv.decode(out.subarray(0, length), 'euc-jp');
}

export function decodeIso2022Kr(bytes: Uint8Array): string {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === escape && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else if (byte === 0x0e) shifted = true;
    else if (byte === 0x0f) shifted = false;
    else {
      if (byte === 0x0a) shifted = false;
      out[length++] = shifted && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    }
  }
  return iconv.decode(out.subarray(0, length), 'cp949');
}

export function decodeHz(bytes: Uint8Array): string {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let chinese = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x7e) {
      const second = bytes[at + 1];
      if (second === 0x7b || second === 0x7d) {
        chinese = second === 0x7b;
        at++;
        continue;
      }
      if (second === 0x7e || second === 0x0a) {
        if (second === 0x7e) out[length++] = 0x7e;
        at++;
        continue;
      }
    }
    if (byte === 0x0a) chinese = false;
    out[length++] = chinese && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
  }
  return iconv.decode(out.subarray(0, length), 'gb18030');
}
