import type { Language } from '@kontuar/survey'
import type { Look } from '../look/look.ts'
import { wordsOf } from '../words/index.ts'

export interface SmsText { language: Language; look: Look; organization: string; /** `https://…/s/<token>` */ url: string }

/** Who asks, one sentence, the link last, so that no full stop is taken for a part of it. */
export function renderSmsText({ language, look, organization, url }: SmsText): string {
  const name = (look.name || organization).replace(/\s+/gu, ' ').trim()
  return `${wordsOf(language).sms(name.length > 40 ? `${name.slice(0, 39).toWellFormed()}…` : name)} ${url}`
}
