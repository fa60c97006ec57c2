// The summary in words: what changed in a metric, and whether it is real. It says "real" only where the interval of the change leaves out 0,
// and a value only where enough stands behind it. Pure.
import { differenceInSentence, valueInSentence, valueText } from '@kontuar/charts'
import type { Locale, MetricInfo, MetricResult, ReportSentence } from '@kontuar/contracts'
import { reportWords } from './words/index.ts'

type Result = Pick<MetricResult, 'figure' | 'change'> | { problem: unknown }
type Info = Pick<MetricInfo, 'name' | 'label' | 'unit' | 'direction' | 'shownFrom' | 'interval'>

export function summarise(info: Info, result: Result, language: Locale): ReportSentence {
  const words = reportWords[language].summary
  const { label } = info
  const neutral = (text: string): ReportSentence => ({ metric: info.name, text, real: false, tone: 'neutral' })
  if ('problem' in result) return neutral(words.unread(label))
  const { figure, change } = result
  if (!figure.shown) return neutral(words.few(label, figure.n, info.shownFrom))
  if (figure.value === null) return neutral(words.nothing(label))
  const text = (value: number) => valueInSentence(info, value, language)
  const now = text(figure.value)
  // The noun has been said with the value.
  const alone = () => words.alone(label, now, figure.interval === null ? null : [valueText(info, figure.interval.low, language), valueText(info, figure.interval.high, language)])
  if (change === null) return neutral(alone())
  const { before } = change
  if (!before.shown) return neutral(`${alone()} ${words.fewBefore}`)
  if (before.value === null || change.change === null) return neutral(`${alone()} ${words.nothingBefore}`)
  const [was, by] = [text(before.value), differenceInSentence(info, change.change, language)]
  // What reads the same is told as the same; a real change that small is none to act on.
  if (change.change === 0 || was === now) return neutral(words.same(label, now))
  const sentence = (change.change > 0 ? words.more : words.less)(label, { now, by, before: was })
  if (!change.real) return neutral(`${sentence} ${info.interval === 'none' ? words.untold : words.chance}`)
  const good = info.direction === 'neither' ? null : (change.change > 0) === (info.direction === 'up')
  return { metric: info.name, text: `${sentence} ${good === null ? words.real : good ? words.better : words.worse}`, real: true, tone: good === null ? 'neutral' : good ? 'good' : 'bad' }
}
