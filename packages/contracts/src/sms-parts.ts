// How many messages a text becomes on its way to a phone (3GPP TS 23.038 for the alphabets, TS 23.040 9.2.3.24.1 for joining
// them): each is paid for. One letter outside the old alphabet, and Polish „ą” or any Cyrillic letter is one, makes all of them
// 70 instead of 160 long.

const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
/** Written as escape and letter: two places each. */
const extended = new Set('\f^{}\\[~]|€')

export interface SmsParts {
  alphabet: 'gsm7' | 'ucs2'
  /** Places taken: septets, or UTF-16 units. */
  units: number
  parts: number
  /** Places still free in the last part. */
  left: number
}

/** An empty text is one part. */
export function countSmsParts(text: string): SmsParts {
  const letters = [...text]
  const isGsm = letters.every((letter) => basic.has(letter) || extended.has(letter))
  const [single, joined] = isGsm ? [160, 153] : [70, 67]
  const sizes = letters.map((letter) => (isGsm ? (extended.has(letter) ? 2 : 1) : letter.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const alphabet = isGsm ? 'gsm7' : 'ucs2'
  if (units <= single) return { alphabet, units, parts: 1, left: single - units }
  // An escape with its letter, or the two halves of an emoji, are not torn apart: a part may end one place early.
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > joined) {
      parts++
      used = 0
    }
    used += size
  }
  return { alphabet, units, parts, left: joined - used }
}
