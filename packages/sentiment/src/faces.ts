/* What emoji and emoticons say, from -3 to 3. Those that say nothing by themselves (a parcel, a cat) are 0. */
const emoji: readonly (readonly [value: number, faces: string])[] = [
  [3, '😍🥰🤩💯🏆🥇❤♥💖💕💗💓💞💝💙💚💛🧡💜🖤🤍😘💋🎉🎊👏🙌'],
  [2, '👍😊😀😃😄😁🙂☺😇🤗👌💪⭐🌟✨😎🥳😻🔥🌹🌸🌺💐🍀✅☀😋🤌🫶🤝👑🎁🎯🚀💎🥹'],
  [1, '🙏😉😌😅😂🤣😆😜🤭😏✌🤞☕🍕'],
  [-1, '🤔😐😑😕🙄😬🤷🤦😒😶😳🫤⏳⌛😴💤🥱🐌😓🤨🥴🧐'],
  [-2, '👎😞😔😟🙁☹😣😖😫😩🥺😢😥😰😨😪💔❌🚫⛔😧😦😮😵🙈⚠🥲😿🗑'],
  [-3, '😡😠🤬😤💩🤮🤢😭😱👿😈🖕☠💀🤡🐍😾👹🆘'],
]

const values = new Map<string, number>()
for (const [value, faces] of emoji) for (const face of faces) values.set(face, value)

const emoticons: readonly (readonly [pattern: RegExp, value: number])[] = [
  [/^<3/, 3],
  [/^[:;=8][-'^o]?[D*]/, 2],
  [/^[:=8][-'^o]?[)\]3]/, 2],
  [/^;[-'^o]?[)\]DPp]/, 1],
  [/^\){2,}$/, 2],
  [/^\^/, 2],
  [/^[:=8]['][-]?\)/, 2],
  [/^[:;=8][-'^o]?[([cC]/, -2],
  [/^\({2,}$/, -2],
  [/^[:;=8][-'^o]?[|\\/sS$]/, -1],
  [/^[:;=8][-'^o]?@/, -3],
  [/^-_/, -2],
  [/^[:;=8][-'^o]?[Pp]/, 1],
]

/** The value of one emoji (its colour of skin aside) or emoticon. */
export function faceValue(face: string): number {
  const known = values.get(String.fromCodePoint(face.codePointAt(0)!))
  if (known !== undefined) return known
  return emoticons.find(([pattern]) => pattern.test(face))?.[1] ?? 0
}
