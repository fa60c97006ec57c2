/*
 * A text as words, numbers, faces and marks, with their places. One regular expression without nested repetition, so the
 * time is linear in the length whatever is written.
 */
import { faceValue } from './faces.ts'
import { foldWord, isHeldDown, squeeze, squeezeToTwo } from './fold.ts'

export type TokenKind = 'word' | 'number' | 'face' | 'mark' | 'link'

export interface Token {
  kind: TokenKind
  /** Folded word; number as it is read ('5', '##', 'rating+'); face by its value ('face+2'); mark as it is ('!', '?', '…', ','). */
  text: string
  /** The word with its letters doubled once, where they were held down and that is another word ("good", "god"). */
  other?: string
  /** Place in the text, in UTF-16 units. */
  from: number
  to: number
  /** Written in capitals, two letters at least. */
  shouted: boolean
  heldDown: boolean
}

const pattern = new RegExp([
  /(?<link>https?:\/\/\S{1,2000}|www\.\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})/u,
  /(?<word>[\p{L}\p{M}](?:[\p{L}\p{M}]|['’`ʼ*](?=[\p{L}*]))*)/u,
  /(?<number>\d{1,40}(?:[.,:/]\d{1,20}){0,4})/u,
  /(?<face>[:;=8][-'^o]?[()[\]DdPpOo|\\/*3sScC$@]+(?![\p{L}\d])|<3+|\){2,}|\({2,}|\^_*\^|-_+-|\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f\u200d]*)/u,
  /(?<mark>[!?]+|\.{2,}|…|[.,;:()"*%+–—-])/u,
].map((part) => part.source).join('|'), 'gu')

const letterFace = /^(?:x+d+|хд+|lol+|lmao|rotfl|haha\w*|хаха\S*|хех\S*|heh\S*)$/

/** At most `limit` tokens, in the order of the text. Never throws. */
export function tokensOf(text: string, limit = 4000): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null && tokens.length < limit; match = pattern.exec(text)) {
    const { link, word, number, face, mark } = match.groups!
    const place = { from: match.index, to: match.index + match[0].length }
    if (word !== undefined) tokens.push(wordToken(word, place))
    else if (number !== undefined) tokens.push({ kind: 'number', text: readNumber(number), ...place, shouted: false, heldDown: false })
    else if (face !== undefined) tokens.push({ kind: 'face', text: faceText(face), ...place, shouted: false, heldDown: false })
    // A hyphen within a word parts it and is no mark: "wi-fi", "go-to", "кто-нибудь".
    else if (mark === '-' && joins(text, match.index)) continue
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark === '..' || mark.startsWith('...') ? '…' : mark, ...place, shouted: false, heldDown: false })
    else if (link !== undefined) tokens.push({ kind: 'link', text: 'link', ...place, shouted: false, heldDown: false })
  }
  return tokens
}

const letter = /[\p{L}\p{M}]/u
const joins = (text: string, at: number): boolean => at > 0 && letter.test(text[at - 1]!) && letter.test(text[at + 1] ?? '')

function wordToken(written: string, place: { from: number, to: number }): Token {
  const folded = foldWord(written).replace(/['’`ʼ]/g, '')
  if (letterFace.test(folded)) return { kind: 'face', text: 'face~', ...place, shouted: false, heldDown: false }
  const shouted = written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase()
  const heldDown = isHeldDown(folded)
  if (!heldDown) return { kind: 'word', text: folded, ...place, shouted, heldDown }
  return { kind: 'word', text: squeeze(folded), other: squeezeToTwo(folded), ...place, shouted, heldDown }
}

function faceText(face: string): string {
  const value = faceValue(face)
  return value === 0 ? 'face~' : value > 0 ? `face+${value}` : `face${value}`
}

const outOf = /^(\d{1,3})(?:[.,]\d)?\/(5|6|10|100)$/

/** Marks out of five or ten are said in words; small numbers stay, of others their length. */
function readNumber(number: string): string {
  const rating = outOf.exec(number)
  if (rating) {
    const share = Number(rating[1]) / Number(rating[2])
    if (share <= 1) return share >= 0.8 ? 'rating+' : share <= 0.45 ? 'rating-' : 'rating~'
  }
  if (number.length === 1 || number === '10' || number === '100') return number
  return '#'.repeat(Math.min(6, number.replace(/\D/g, '').length))
}
