/**
 * Quoted-printable (RFC 2045 6.7) with the repairs its rules allow: lower-case digits, a stray "=",
 * blanks that a relay put at the end of a line.
 */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  // Blanks are held back until something follows them on the line.
  let heldFrom = -1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x20 || byte === 0x09) {
      if (heldFrom === -1) heldFrom = at;
      continue;
    }
    const endsLine = byte === 0x0a || byte === 0x0d;
    if (heldFrom !== -1) {
      if (!endsLine) for (let held = heldFrom; held < at; held++) out[length++] = bytes[held]!;
      heldFrom = -1;
    }
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const high = hexValue(bytes[at + 1]);
    const low = hexValue(bytes[at + 2]);
    if (high !== -1 && low !== -1) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const softEnd = softBreakEnd(bytes, at + 1);
    if (softEnd === -1) out[length++] = byte;
    else at = softEnd - 1;
  }
  return out.subarray(0, length);
}

/** The index after the line end when only blanks lie between; -1 when this "=" is no soft break. */
function softBreakEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  if (at >= bytes.length) return at;
  if (bytes[at] !== 0x0d && bytes[at] !== 0x0a) return -1;
  while (bytes[at] === 0x0d) at++;
  return bytes[at] === 0x0a ? at + 1 : at;
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
}
