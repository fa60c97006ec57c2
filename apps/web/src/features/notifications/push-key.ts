// The VAPID key as the browser wants it (RFC 8292: base64url of an uncompressed point of P-256, 65 bytes).

export function bytesOfKey(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (each) => each.charCodeAt(0))
}

export function sameKey(bytes: ArrayBuffer | null, key: string): boolean {
  if (bytes === null) return false
  const [left, right] = [new Uint8Array(bytes), bytesOfKey(key)]
  return left.length === right.length && left.every((each, index) => each === right[index])
}
