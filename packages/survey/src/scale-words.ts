/*
 * The words of scales, where the survey brings none: beside the two ends, and one for each point where a point can have
 * one. A face, a star or a colour alone says nothing to whoever cannot see it. Forms without gender.
 */
import type { Language, Question, QuestionType, Texts } from './definition.ts'
import { textIn } from './languages.ts'
import { scaleOf } from './scales.ts'

interface Words {
  nps: readonly [low: string, high: string]
  /** Five from bad to good. */
  csat: readonly string[]
  rating: readonly string[]
  /** Seven from hard to easy. */
  ces: readonly string[]
}

/** In order of the scale; those of three points are the first, the middle and the last of five. */
const words: Record<string, Words> = {
  pl: {
    nps: ['Zupełnie nieprawdopodobne', 'Bardzo prawdopodobne'],
    csat: ['Bardzo źle', 'Źle', 'Przeciętnie', 'Dobrze', 'Bardzo dobrze'],
    rating: ['Bardzo źle', 'Źle', 'Tak sobie', 'Dobrze', 'Bardzo dobrze'],
    ces: ['Bardzo trudno', 'Trudno', 'Raczej trudno', 'Ani trudno, ani łatwo', 'Raczej łatwo', 'Łatwo', 'Bardzo łatwo'],
  },
  ru: {
    nps: ['Совсем маловероятно', 'Очень вероятно'],
    csat: ['Очень плохо', 'Плохо', 'Средне', 'Хорошо', 'Очень хорошо'],
    rating: ['Очень плохо', 'Плохо', 'Так себе', 'Хорошо', 'Отлично'],
    ces: ['Очень сложно', 'Сложно', 'Скорее сложно', 'Ни сложно, ни легко', 'Скорее легко', 'Легко', 'Очень легко'],
  },
  en: {
    nps: ['Not at all likely', 'Extremely likely'],
    csat: ['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'],
    rating: ['Very poor', 'Poor', 'Okay', 'Good', 'Very good'],
    ces: ['Very difficult', 'Difficult', 'Somewhat difficult', 'Neither difficult nor easy', 'Somewhat easy', 'Easy', 'Very easy'],
  },
  uk: {
    nps: ['Зовсім малоймовірно', 'Дуже ймовірно'],
    csat: ['Дуже погано', 'Погано', 'Посередньо', 'Добре', 'Дуже добре'],
    rating: ['Дуже погано', 'Погано', 'Так собі', 'Добре', 'Чудово'],
    ces: ['Дуже складно', 'Складно', 'Радше складно', 'Ні складно, ні легко', 'Радше легко', 'Легко', 'Дуже легко'],
  },
  de: {
    nps: ['Äußerst unwahrscheinlich', 'Äußerst wahrscheinlich'],
    csat: ['Sehr unzufrieden', 'Unzufrieden', 'Teils, teils', 'Zufrieden', 'Sehr zufrieden'],
    rating: ['Sehr schlecht', 'Schlecht', 'Mittelmäßig', 'Gut', 'Sehr gut'],
    ces: ['Sehr schwierig', 'Schwierig', 'Eher schwierig', 'Weder schwierig noch einfach', 'Eher einfach', 'Einfach', 'Sehr einfach'],
  },
  ar: {
    nps: ['غير محتمل إطلاقًا', 'محتمل جدًا'],
    csat: ['غير راضٍ إطلاقًا', 'غير راضٍ', 'محايد', 'راضٍ', 'راضٍ جدًا'],
    rating: ['سيئ جدًا', 'سيئ', 'مقبول', 'جيد', 'جيد جدًا'],
    ces: ['صعب جدًا', 'صعب', 'صعب إلى حد ما', 'لا صعب ولا سهل', 'سهل إلى حد ما', 'سهل', 'سهل جدًا'],
  },
  he: {
    nps: ['כלל לא סביר', 'סביר מאוד'],
    csat: ['גרוע מאוד', 'גרוע', 'בינוני', 'טוב', 'טוב מאוד'],
    rating: ['גרוע מאוד', 'גרוע', 'סביר', 'טוב', 'טוב מאוד'],
    ces: ['קשה מאוד', 'קשה', 'די קשה', 'לא קשה ולא קל', 'די קל', 'קל', 'קל מאוד'],
  },
}

const lists: Partial<Record<QuestionType, 'csat' | 'rating' | 'ces'>> = { csat: 'csat', stars: 'rating', faces: 'rating', ces: 'ces' }

/** Whether scales need no end labels of their own in this language. */
export const hasScaleWords = (language: Language): boolean => ownWords(language) !== undefined

/** Beside the ends: the question's own labels, else ours in the language, in the fallback, in English. Null: no scale. */
export function endWords(question: Question, language: Language, fallback: Language): { low: string; high: string } | null {
  if (!scaleOf(question)) return null
  const built = builtIn(language, fallback)
  const list = lists[question.type]
  const [low, high] = list ? ends(built[list]) : built.nps
  const given = question.endLabels
  const usual = question.type === 'ces' && question.reversed === true ? { low: high, high: low } : { low, high }
  return { low: ownLabel(given?.low, language, fallback) || usual.low, high: ownLabel(given?.high, language, fallback) || usual.high }
}

/**
 * A word for each point, from the lowest on, with the question's own labels at the ends. Null where points are numbers
 * only: 0 to 10 and 1 to 10.
 */
export function valueWords(question: Question, language: Language, fallback: Language): string[] | null {
  const list = lists[question.type]
  const scale = scaleOf(question)
  if (!list || !scale || scale.max === 10) return null
  const all = builtIn(language, fallback)[list]
  const picked = pick(all, scale.max)
  const ordered = question.type === 'ces' && question.reversed === true ? picked.toReversed() : picked
  const { low, high } = endWords(question, language, fallback)!
  return [low, ...ordered.slice(1, -1), high]
}

/** A label of the survey counts when it is written in a language that is read: a foreign one beside ours would be worse. */
function ownLabel(texts: Texts | undefined, language: Language, fallback: Language): string {
  return texts === undefined ? '' : textIn(texts, language, fallback)
}

function ownWords(language: Language): Words | undefined {
  const wide = language.split('-')[0]!
  return Object.hasOwn(words, wide) ? words[wide] : undefined
}

const builtIn = (language: Language, fallback: Language): Words => ownWords(language) ?? ownWords(fallback) ?? words['en']!
const ends = (list: readonly string[]): [string, string] => [list[0]!, list.at(-1)!]

/** Of seven words five leave out the "somewhat"; of five words three leave out the second and the fourth. */
function pick(all: readonly string[], points: number): string[] {
  if (points === all.length) return [...all]
  if (all.length === 7) return [0, 1, 3, 5, 6].map((i) => all[i]!)
  return [0, 2, 4].map((i) => all[i]!)
}
