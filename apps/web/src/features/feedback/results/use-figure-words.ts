import type { Figure } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { marginOf, percent, pointsText, valueText } from './figure-words.ts'

interface Range { low: number; high: number }

/** Figures in the words of the reader. */
export function useFigureWords() {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  const unit = (metric: Figure['metric']) => t(metric === 'nps' ? 'unit.points' : 'unit.percent')
  return {
    value: (figure: Figure) => (figure.value === null ? null : valueText(figure.metric, figure.value, locale)),
    /** "±9 points". */
    margin: ({ metric, interval }: Figure) => (interval === null ? null : t('margin', { value: `${pointsText(metric, marginOf(interval), locale)} ${unit(metric)}` })),
    range: (metric: Figure['metric'], { low, high }: Range) => t('range', { low: valueText(metric, low, locale), high: valueText(metric, high, locale) }),
    difference: (metric: Figure['metric'], value: number) => `${pointsText(metric, value, locale, true)} ${unit(metric)}`,
    differenceRange: (metric: Figure['metric'], { low, high }: Range) => t('range', { low: pointsText(metric, low, locale, true), high: `${pointsText(metric, high, locale, true)} ${unit(metric)}` }),
    shareRange: ({ low, high }: Range) => t('range', { low: percent(low, locale), high: percent(high, locale) }),
    tooFew: (figure: Figure) => t('tooFew', { count: figure.n, from: figure.shownFrom }),
  }
}
