import { marginText, readChange, tooFewText, valueText, wholeText, type Read } from '@kontuar/charts'
import type { Locale, MetricInfo } from '@kontuar/contracts'
import { reportWords } from '../words/index.ts'
import type { ChangeShown, NumberShown } from './outline.ts'

export interface ReadInfo extends Read { metric: MetricInfo }

/** "4 odpowiedzi, pokazujemy od 5" of what is made of answers; else as the screens say it. */
export const fewText = (metric: MetricInfo, n: number, language: Locale): string => (metric.family === 'feedback' && metric.unit !== 'count' ? reportWords(language).fewAnswers(n, metric.shownFrom) : tooFewText(metric, n, language))

/** "82% (z 340)" beside one's own. */
export function networkText({ metric, result: { figure } }: ReadInfo, language: Locale): string | null {
  if (figure.value === null || !figure.shown) return null
  return reportWords(language).network(valueText(metric, figure.value, language), metric.unit === 'count' ? null : wholeText(figure.n, language))
}

export function readNumber(read: ReadInfo, network: ReadInfo | null, { language, compared }: { language: Locale; compared: boolean }): NumberShown {
  const words = reportWords(language)
  const { metric, result } = read
  const { figure } = result
  const shown = figure.value !== null && figure.shown
  const counts = metric.unit === 'count'
  const open = figure.parts['open'] ?? 0
  return {
    value: shown ? valueText(metric, figure.value!, language) : null,
    instead: shown ? null : figure.value === null ? words.nothing : fewText(metric, figure.n, language),
    margin: shown && !counts && figure.interval ? marginText(metric, figure.interval, language) : null,
    of: shown && !counts ? words.of(wholeText(figure.n, language)) : null,
    change: shown && compared ? changeOf(read, language) : null,
    network: network && networkText(network, language),
    leftOut: open > 0 ? words.leftOut(open) : null,
    points: result.points ?? [], at: result.at,
  }
}

function changeOf(read: ReadInfo, language: Locale): ChangeShown {
  const words = reportWords(language)
  const said = readChange(read, language)
  const plain = (text: string): ChangeShown => ({ arrow: null, words: text, tone: 'plain', toneWord: null })
  if (said.kind === 'none') return plain(words.noneBefore)
  if (said.kind === 'few') return plain(words.fewBefore(said.n))
  const was = said.before.value === null ? null : words.was(valueText(read.metric, said.before.value, language))
  const doubt = said.unsure ? (said.running ? words.running : words.unsure) : null
  return {
    arrow: said.real ? (said.difference > 0 ? 'up' : 'down') : null,
    words: [said.words ?? words.same, was, doubt].filter((each) => each !== null).join(', '),
    tone: said.tone, toneWord: said.tone === 'plain' ? null : words.tone[said.tone],
  }
}
