/*
 * Copies that teach what the corpus is thin in: slips of the finger; long texts, made by joining two or three of the same label and
 * industry; and feelings beside sober facts, made by joining a text with a neutral one, which leaves the label what it was. Made from
 * the texts of a training alone, so that nothing of a text left out comes back in a copy.
 */
import type { Lists } from '../src/reading.ts'
import { featuredOf, type Featured } from './dataset.ts'
import { seededRandom } from './seeded.ts'
import type { Settings } from './settings.ts'
import { withSlips } from './slips.ts'

const neutral = 1

export function withCopies(texts: readonly Featured[], lists: Lists, { copies }: Pick<Settings, 'copies'>): Featured[] {
  const random = seededRandom(20260101)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const made: Featured[] = []
  for (const text of texts) if (random() < copies.slips) made.push(featuredOf({ ...text, text: withSlips(text.text, random) }, lists, copies.weight))
  const peers = new Map<string, Featured[]>()
  for (const text of texts) { const key = `${text.industry} ${text.label}`; peers.set(key, [...peers.get(key) ?? [], text]) }
  for (const text of texts) {
    if (random() < copies.joined) {
      const same = peers.get(`${text.industry} ${text.label}`)!
      const parts = [text, pick(same), ...(random() < 0.5 ? [pick(same)] : [])]
      made.push(featuredOf({ ...text, text: join(parts.map((part) => part.text), random) }, lists, copies.weight))
    }
    const sober = peers.get(`${text.industry} ${neutral}`)
    if (text.label !== neutral && sober && random() < copies.mixed) {
      const parts = random() < 0.5 ? [text, pick(sober)] : [pick(sober), text]
      made.push(featuredOf({ ...text, text: join(parts.map((part) => part.text), random) }, lists, copies.weight))
    }
  }
  return [...texts, ...made]
}

const join = (parts: readonly string[], random: () => number): string =>
  parts.reduce((text, part) => text + (/[.!?…)]$/.test(text) ? ' ' : random() < 0.6 ? '. ' : ' ') + part)
