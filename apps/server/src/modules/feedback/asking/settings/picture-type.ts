// What a picture is, by its first bytes and not by its name. Only formats that every mail program shows and that carry no script.

/** PNG (ISO/IEC 15948, 5.2), JPEG (ISO/IEC 10918-1, B.1.1: SOI and the next marker), WebP (RFC 9649, 2.4); null: anything else. */
export function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' | null {
  const begins = (at: number, signature: readonly number[]) => bytes.length >= at + signature.length && signature.every((byte, i) => bytes[at + i] === byte)
  if (begins(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (begins(0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(0, [0x52, 0x49, 0x46, 0x46]) && begins(8, [0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38])) return 'image/webp'
  return null
}
