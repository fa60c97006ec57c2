/*
 * What a survey is: questions in several languages, with ids that never change. A definition is plain JSON; it is
 * published as a version, and an answer belongs to the version its giver saw.
 */
import type { ConditionGroup } from '@kontuar/conditions'

/** BCP 47 tag in lower case: `pl`, `en`, `ru`, `ar` … */
export type Language = string
/** By language; the default language of the definition stands in for one that is missing. */
export type Texts = Partial<Record<Language, string>>

export const questionTypes = ['nps', 'csat', 'ces', 'stars', 'faces', 'single', 'multiple', 'reasons', 'matrix', 'text', 'file', 'consent'] as const
export type QuestionType = (typeof questionTypes)[number]

/** `id` names the option in every language and version, in answers, numbers and exports. */
export interface Option {
  id: string
  label: Texts
  /** Of `reasons`: the organization's own reason it stands for. */
  reasonId?: string | null
}

export interface Question {
  /** Never changes and is never given to another question of the survey. */
  id: string
  type: QuestionType
  title: Texts
  help?: Texts
  required?: boolean
  /** Begins a new page, whatever came before. */
  newPage?: boolean
  /**
   * Shown only when it holds for the answers given before, as fields `q:<question id>` (packages/conditions); null or
   * absent: always. A low score asks why in this way.
   */
  condition?: ConditionGroup | null
  /** Of `single`, `multiple`, `reasons`; of `matrix` the columns. */
  options?: Option[]
  /** Of `matrix`. */
  rows?: Option[]
  /** Of `csat` 3, 5 or 10, of `ces` 5 or 7, of `stars` 5, of `faces` 3 or 5; `nps` is 0 to 10 always. */
  points?: number
  /** Of `ces`: 1 means "very easy", as the older scale had it. */
  reversed?: boolean
  /** Beside the ends of a scale; good ones are offered when absent (scale-words.ts). */
  endLabels?: { low: Texts; high: Texts }
  /** A last option "other" with a free text. */
  other?: boolean
  /** Options in another order for everybody, "other" last; never scales. */
  shuffled?: boolean
  /** Of `text`: characters, 5,000 at most. */
  maxLength?: number
}

export interface ReviewLink { label: Texts; url: string }

export interface SurveyDefinition {
  languages: Language[]
  defaultLanguage: Language
  title: Texts
  intro: Texts
  questions: Question[]
  /** After the answer. */
  thanks: Texts
  /** What happens with the answer now. */
  whatNext: Texts
  /** Offered to everyone alike, whatever they answered (no gating). */
  reviewLinks: ReviewLink[]
}

/**
 * The answer to one question: a point of a scale; an option's id; several; option by row; a text; whether a consent
 * was given; a stored file.
 */
export type Value = number | string | string[] | Record<string, string> | boolean | StoredFile
export interface StoredFile { sha256: string; name: string; type: string; /** Bytes. */ size: number }
/** By question id. The free text beside "other" stands under `<question id>.other`. */
export type Values = Record<string, Value>

/** The id of the option a question with `other` has besides its own. */
export const otherOption = 'other'

export interface Scale { min: number; max: number }
export type Metric = 'nps' | 'csat' | 'ces'
export type Tone = 'low' | 'middle' | 'high'
