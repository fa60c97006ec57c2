// A warning in the reader's language: what, where, why now.
import { decimalText, valueText } from '@kontuar/charts'
import { warningKinds, type MetricInfo, type Warning, type WarningCause, type WarningKind } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useReasons } from '../../../../api/desk.ts'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { useMetrics } from '../../data/queries.ts'
import { isOfScores, isSlow, onceIn, proofOf, saidOf } from './said.ts'
import { whenText } from './when-text.ts'

const channels = ['email', 'phone', 'visit', 'chat', 'form', 'sms', 'messenger', 'post', 'review'] as const
const isChannel = (name: string): name is (typeof channels)[number] => (channels as readonly string[]).includes(name)

type About = Pick<Warning, 'kind' | 'subject' | 'locationName'>

export function useWarningWords() {
  const { t } = useTranslation('warnings')
  const { t: tConditions } = useTranslation('conditions')
  const metrics = useMetrics()
  const reasons = useReasons()
  const named = useNamed()
  const { timeZone } = useMe().organization
  const locale = currentLocale()
  const subjectOf = ({ kind, subject }: Pick<Warning, 'kind' | 'subject'>): string | null => {
    if (subject === null) return null
    const reason = kind === 'reason-rises' ? reasons.find(({ id }) => id === subject.id) : undefined
    return reason ? named('reason', reason) : subject.name
  }
  const whatOf = (warning: Pick<Warning, 'kind' | 'subject'>): string => [t(`kind.${warning.kind}`), subjectOf(warning)].filter(Boolean).join(': ')
  const placeOf = ({ locationName }: Pick<Warning, 'locationName'>): string => locationName ?? t('wholeOrganization')
  /** For buttons and notices, where one warning is told from another. */
  const titleOf = (warning: About): string => [whatOf(warning), warning.locationName].filter(Boolean).join(', ')
  const metricOf = ({ rows }: Pick<Warning, 'rows'>): MetricInfo | undefined => (rows ? metrics.get(rows.metric) : undefined)
  /** "Reklamacje: 17, zwykle 4 – 9." */
  const comparedOf = (warning: Pick<Warning, 'kind' | 'came' | 'expected' | 'expectedRange' | 'n' | 'rows'>): string | null => {
    const { came, usual } = saidOf(warning, metricOf(warning), locale)
    if (came === null) return null
    const answers = isOfScores(warning.kind) && warning.n > 0 ? ` ${t('ofAnswers', { count: warning.n, said: decimalText(warning.n, 0, locale) })}` : ''
    return `${t(`counted.${warning.kind}`, { came })}${answers}${usual === null ? '' : `, ${t('usual', { usual })}`}.`
  }
  const chanceOf = ({ p }: Pick<Warning, 'p'>): string | null => {
    if (isSlow({ p })) return t('slow')
    const once = onceIn(p, locale)
    return once && t(once.more ? 'chanceRarer' : 'chance', { times: once.times })
  }
  /** The same in a few words, where many stand under each other. */
  const shortChanceOf = ({ p }: Pick<Warning, 'p'>): string | null => (isSlow({ p }) ? t('slow.short') : chanceOf({ p }))
  const proofText = ({ evidence }: Pick<Warning, 'evidence'>, cause: WarningCause): string | null => {
    const proof = proofOf(evidence, cause)
    if (proof === null) return null
    const metric = proof.metric === null ? undefined : metrics.get(proof.metric)
    const plain = (value: number) => decimalText(value, Number.isInteger(value) || value >= 10 ? 0 : 1, locale)
    const written = (value: number) => (metric && metric.unit !== 'count' ? valueText(metric, value, locale) : plain(value))
    if (proof.sides) return t('proof.sides', { outside: plain(proof.sides.outside), diary: plain(proof.sides.diary) })
    if (proof.alsoOpen.length > 0) return proof.alsoOpen.filter((kind): kind is WarningKind => (warningKinds as readonly string[]).includes(kind)).map((kind) => t(`kind.${kind}`)).join(', ')
    const figures = proof.now === null ? null : proof.usual === null ? t('proof.now', { now: written(proof.now) }) : t(proof.daily ? 'proof.daily' : 'proof', { now: written(proof.now), usual: written(proof.usual) })
    const group = cause === 'one-channel' ? proof.names.map((name) => (isChannel(name) ? tConditions(`channel.${name}`) : name)) : proof.names
    return [group.join(', '), figures !== null && metric ? `${metric.label}: ${figures}` : figures].filter(Boolean).join('; ') || null
  }
  return { whatOf, placeOf, titleOf, metricOf, comparedOf, chanceOf, shortChanceOf, proofText, when: (at: string) => whenText(at, locale, timeZone) }
}
