/*
 * Where one sentence ends and the next begins. Customers end sentences with faces and closing brackets, or only with a new line, and
 * write "ok. 3 zł", "т.д.", "Mr. Smith"; an end that is missed costs less than one that is invented. Scanned by hand: as a regular
 * expression the faces after the end took exponential time on "!))))))))x".
 */

/** A stretch of the text, in UTF-16 units: `text.slice(from, to)`, without the spaces around. */
export interface Stretch { from: number, to: number }

const isMark = (c: string | undefined): boolean => c === '.' || c === '!' || c === '?' || c === '…'
const closing = new Set(['"', "'", '”', '’', '»', ')', ']', '('])
const isSpace = (c: string | undefined): boolean => c !== undefined && /\s/.test(c)
const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u200d]/u
const emoticon = /^[:;=8][-'^]?[()DPp|/\\]+/

/** The sentences in order. The text is never cut within a surrogate pair. Linear in the length. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  const push = (stop: number): void => {
    let [from, to] = [start, stop]
    while (from < to && isSpace(text[from])) from++
    while (to > from && isSpace(text[to - 1])) to--
    if (to > from) found.push({ from, to })
    start = stop
  }
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') push(at + 1)
    else if (isMark(text[at])) {
      const first = at
      while (isMark(text[at + 1])) at++
      const stop = endOfFaces(text, at + 1)
      if (stop < text.length && !isSpace(text[stop])) continue
      if (first === at && text[at] === '.' && isAbbreviation(text, at)) continue
      push(stop)
      at = stop - 1
    } else if (mayBeginFace(text[at]!)) {
      const stop = endOfFaces(text, at)
      if (stop > at + 1 && /^\s+\p{Lu}/u.test(text.slice(stop, stop + 12))) push(stop)
      at = Math.max(at, stop - 1)
    }
  }
  push(text.length)
  return joinLoneFaces(text, found)
}

// A face before a capital ends a sentence too: "Всё понравилось))) Спасибо".
const mayBeginFace = (c: string): boolean => c === ')' || c === '(' || c === ':' || c === ';' || c === '=' || c > '\u2190'

/** What belongs to the end: brackets, quotes, faces, each after at most one space. */
function endOfFaces(text: string, from: number): number {
  let at = from
  for (;;) {
    while (closing.has(text[at]!)) at++
    const next = text[at] === ' ' || text[at] === '\u00a0' ? at + 1 : at
    const letter = String.fromCodePoint(text.codePointAt(next) ?? 32)
    const face = emoji.test(letter) ? letter : emoticon.exec(text.slice(next, next + 12))?.[0]
    if (face !== undefined) at = next + face.length
    else if (next > at && (text[next] === ')' || text[next] === '(') && text[next + 1] === text[next]) at = next + 1
    else return at
  }
}

const abbreviation = /(?:^|[\s(])(?:\p{L}|np|tj|tzn|itd|itp|ul|pl|al|os|nr|tel|godz|min|max|zł|gr|mln|tys|mies|szt|pkt|m\.in|dr|mgr|inż|prof|hab|św|im|wg|tzw|ew|sp|ok|гг|ул|руб|коп|тыс|млн|стр|тел|кв|корп|мин|час|т\.\p{L}|и\.о|др|пр|см|напр|св|пер|шт|эт|mr|mrs|ms|st|vs|etc|e\.g|i\.e|approx|dept|inc|ltd|co|no|ext|a\.m|p\.m)\.$/iu
// After these a name or number with a capital follows, and no sentence ends with them.
const beforeName = /(?:^|[\s(])(?:ul|dr|mgr|inż|prof|św|im|al|ул|св|mr|mrs|ms|st)\.$/iu

function isAbbreviation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at + 1)
  if (!abbreviation.test(before)) return false
  return beforeName.test(before) || !/^\s+\p{Lu}/u.test(text.slice(at + 1, at + 6))
}

/** A line of faces or marks alone belongs to what was said before it. */
function joinLoneFaces(text: string, sentences: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const sentence of sentences) {
    const before = joined.at(-1)
    if (before && sentence.to - sentence.from <= 40 && !/[\p{L}\d]/u.test(text.slice(sentence.from, sentence.to))) before.to = sentence.to
    else joined.push({ ...sentence })
  }
  return joined
}
