/*
 * Where one sentence ends and the next begins. Customers end sentences with faces and closing brackets, or only with a new line, and
 * write "ok. 3 zł", "т.д.", "Mr. Smith"; an end that is missed costs less than one that is invented.
 */

/** A stretch of the text, in UTF-16 units: `text.slice(from, to)`, without the spaces around. */
export interface Stretch { from: number, to: number }

// The end: marks, then what belongs to them (quotes, brackets, faces after at most one space), then white space. Or line breaks.
const end = /[.!?…]+["'”»)\]]*(?:[ \u00a0]?(?:[:;=8][-'^]?[()DPp]+|\)+|\(+|[\p{Extended_Pictographic}\ufe0f\u200d]+))*(?=\s|$)|[ \t\r]*\n\s*/gu
const abbreviation = /(?:^|[\s(])(?:\p{L}|np|tj|tzn|itd|itp|ul|pl|al|os|nr|tel|godz|min|max|ok|zł|gr|mln|tys|mies|szt|pkt|m\.in|dr|mgr|inż|prof|hab|św|im|wg|tzw|ew|sp|г|гг|ул|руб|коп|тыс|млн|стр|тел|кв|корп|мин|час|т\.[деп]|и\.о|др|пр|см|напр|св|пер|пл|шт|эт|mr|mrs|ms|st|vs|etc|e\.g|i\.e|approx|dept|inc|ltd|co|no|tel|ext|a\.m|p\.m)\.$/iu

/** The sentences in order. The text is never cut within a surrogate pair. Linear in the length. */
export function sentencesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  let start = 0
  const push = (stop: number): void => {
    let [from, to] = [start, stop]
    while (from < to && /\s/.test(text[from]!)) from++
    while (to > from && /\s/.test(text[to - 1]!)) to--
    if (to > from) found.push({ from, to })
    start = stop
  }
  end.lastIndex = 0
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    const stop = match.index + match[0].length
    if (match[0] === '.' && goesOn(text, match.index)) continue
    push(stop)
  }
  push(text.length)
  return joinLoneFaces(text, found)
}

/** Whether the full stop at `at` belongs to an abbreviation or is followed by a small letter after a short word. */
function goesOn(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at + 1)
  if (abbreviation.test(before)) return !/^\s+\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 8)) || /\s(?:\p{L}|ul|dr|mgr|св|ул|mr|mrs|ms|prof|им|im|al)\.$/iu.test(` ${before}`)
  return false
}

/** A line of faces or marks alone belongs to what was said before it. */
function joinLoneFaces(text: string, sentences: Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const sentence of sentences) {
    const before = joined.at(-1)
    if (before && sentence.to - sentence.from <= 40 && !/[\p{L}\d]/u.test(text.slice(sentence.from, sentence.to))) before.to = sentence.to
    else joined.push({ ...sentence })
  }
  return joined
}
