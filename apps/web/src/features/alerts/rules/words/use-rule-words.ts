// A rule said in plain words. What conditions ask is a sentence of its own (RuleSentence.tsx).
import { differenceText, percentText, valueText } from '@kontuar/charts'
import type { AlertDeliveryWish, AlertRuleDefinition, FigureTest, MetricInfo, Recipient } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocations } from '../../../../api/desk.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { metricsQuery } from '../../../numbers/data/index.ts'
import { destinationsQuery } from '../rule-queries.ts'
import { useRecipientWords } from './use-recipient-words.ts'

/** What can be counted changes by a share of what there was; everything else in its own unit. */
export const isCounted = ({ form }: Pick<MetricInfo, 'form'>): boolean => form.form === 'count' || form.form === 'sum'
/** "Every warning" rather than all of them by name. */
const allWarnings = 12

export function useRuleWords() {
  const { t } = useTranslation('rules')
  const { t: tAlerts } = useTranslation('alerts')
  const { t: tWarnings } = useTranslation('warnings')
  const { hours: hoursText } = useClockWords()
  const { nameOf, listed } = useRecipientWords()
  const locations = useLocations()
  const metrics = useQuery(metricsQuery()).data?.items
  const destinations = useQuery(destinationsQuery).data?.items
  const locale = currentLocale()
  const all = (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  const metricOf = (name: string): MetricInfo | undefined => metrics?.find((each) => each.name === name)
  const hours = (n: number) => hoursText(n * 3_600_000)

  const testOf = (test: FigureTest, metric: MetricInfo | undefined): string => {
    const size = (by: number) => (metric === undefined ? '…' : test.test === 'share-grows' ? differenceText({ name: metric.name, unit: 'share' }, by, locale, {}) : isCounted(metric) ? percentText(by, locale) : differenceText(metric, by, locale, {}))
    switch (test.test) {
      case 'below': case 'above': return [t(`test.${test.test}`, { value: metric === undefined ? '…' : valueText(metric, test.value, locale) }), test.certain === true ? t('test.certain') : ''].filter(Boolean).join(', ')
      case 'falls': case 'rises': case 'share-grows': return t(`test.${test.test}`, { by: size(test.by), against: t(`against.${test.against}`) })
      case 'trend': return t(`test.trend.${test.direction}`, { count: test.weeks })
    }
  }
  /** When there is an alarm. */
  const whatOf = (definition: AlertRuleDefinition): string => {
    switch (definition.kind) {
      case 'event': return t(`what.event.${definition.on}`)
      case 'sequence': return t(`what.sequence.${definition.on}`, { count: definition.n, each: t(`each.${definition.each}`) })
      case 'silence': return t(`what.silence.${definition.on}`, { hours: hours(definition.hours), each: t(`each.${definition.each}`) })
      case 'figure': {
        const metric = metricOf(definition.metric)
        const said = t('what.figure', { count: definition.test.test === 'trend' ? definition.test.weeks * 7 : definition.days, metric: metric?.label ?? definition.metric, each: t(`each.${definition.each}`), test: testOf(definition.test, metric) })
        return [said, ...(definition.noData === 'tell' ? [t('what.noData', { count: definition.noDataDays ?? definition.days })] : [])].join(' ')
      }
      case 'warning': {
        const kinds = definition.kinds.length >= allWarnings ? t('what.anyWarning') : t('what.warning', { kinds: listed(definition.kinds.map((kind) => tWarnings(`kind.${kind}`))) })
        const at = definition.locationIds ?? []
        return at.length === 0 ? kinds : `${kinds} ${t('what.onlyAt', { locations: listed(at.map((id) => locations.find((each) => each.id === id)?.name ?? '…')) })}`
      }
    }
  }
  const people = (recipients: readonly Recipient[]) => all(recipients.map(nameOf))
  const byRoads = (roads: AlertDeliveryWish['roads']) => all(roads.map((road) => tAlerts(`road.${road}`)))
  const destinationNames = (ids: readonly string[]) => ids.map((id) => destinations?.find((each) => each.id === id)?.name ?? '…')
  /** "Kierownik lokalizacji i administratorzy", with the places alerts go to besides. */
  const whomOf = ({ recipients, destinationIds }: Pick<AlertDeliveryWish, 'recipients' | 'destinationIds'>): string => all([...recipients.map(nameOf), ...destinationNames(destinationIds)])
  /** Whom, by which roads, when, and what comes after; a sentence each. */
  const howOf = (wish: AlertDeliveryWish): string[] => [
    ...(wish.recipients.length === 0 ? [] : [t('how.tells', { who: people(wish.recipients), roads: byRoads(wish.roads) })]),
    ...(wish.destinationIds.length === 0 ? [] : [t('how.destinations', { names: all(destinationNames(wish.destinationIds)) })]),
    wish.urgent ? t('how.urgent') : wish.when === 'at-once' ? (wish.groupMinutes > 0 ? t('how.grouped', { count: wish.groupMinutes }) : t('how.atOnce')) : t(`how.${wish.when}`),
    ...wish.escalation.map((step) => t('how.step', { after: hoursText(step.afterMinutes * 60_000), who: people(step.recipients) })),
    ...(wish.task === null ? [] : [t('how.task', { owner: nameOf(wish.task.owner), hours: hours(wish.task.dueInHours) })]),
  ]
  return { whatOf, whomOf, howOf, metricOf, metrics: metrics ?? [] }
}
