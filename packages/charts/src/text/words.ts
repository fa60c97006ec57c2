// The few words a chart says by itself. Everything else on a screen has the words of the screen.
import type { Locale } from './numbers.ts'

export interface ChartWords {
  percentPoints: string; points: string
  /** No value: nothing to divide by. */
  nothing: string
  tooFew(n: number, from: number): string
  n(n: number): string
  usual: string; whole: string; limits: string; network: string
  ofPrevious(share: string): string
  few: string; many: string
  unfinished: string; off: string
  above: string; below: string
  period: string; value: string; interval: string; count: string; from: string; to: string; previous: string; weekday: string; chance: string
}

const words: Record<Locale, ChartWords> = {
  pl: {
    percentPoints: 'pkt proc.', points: 'pkt', nothing: 'brak danych',
    tooFew: (n, from) => `za mało: ${n}, pokazujemy od ${from}`,
    n: (n) => `n = ${new Intl.NumberFormat('pl').format(n)}`,
    usual: 'zwykle', whole: 'całość', limits: 'granice przypadku', network: 'cała sieć', ofPrevious: (share) => `${share} z poprzednich`, few: 'mniej', many: 'więcej', unfinished: 'jeszcze trwa', off: 'dzień wolny', above: 'powyżej granic', below: 'poniżej granic',
    period: 'Okres', value: 'Wartość', interval: 'Przedział', count: 'n', from: 'Od', to: 'Do', previous: 'Z poprzednich', weekday: 'Dzień tygodnia', chance: 'Wobec przypadku',
  },
  ru: {
    percentPoints: 'п. п.', points: 'п.', nothing: 'нет данных',
    tooFew: (n, from) => `мало: ${n}, показываем от ${from}`,
    n: (n) => `n = ${new Intl.NumberFormat('ru').format(n)}`,
    usual: 'обычно', whole: 'всего', limits: 'границы случайности', network: 'вся сеть', ofPrevious: (share) => `${share} от предыдущих`, few: 'меньше', many: 'больше', unfinished: 'ещё идёт', off: 'выходной', above: 'выше границ', below: 'ниже границ',
    period: 'Период', value: 'Значение', interval: 'Интервал', count: 'n', from: 'От', to: 'До', previous: 'От предыдущих', weekday: 'День недели', chance: 'Против случайности',
  },
  en: {
    percentPoints: 'pp', points: 'pts', nothing: 'no data',
    tooFew: (n, from) => `too few: ${n}, shown from ${from}`,
    n: (n) => `n = ${new Intl.NumberFormat('en-GB').format(n)}`,
    usual: 'usually', whole: 'all', limits: 'limits of chance', network: 'whole network', ofPrevious: (share) => `${share} of the previous`, few: 'fewer', many: 'more', unfinished: 'not over yet', off: 'day off', above: 'above the limits', below: 'below the limits',
    period: 'Period', value: 'Value', interval: 'Interval', count: 'n', from: 'From', to: 'To', previous: 'Of the previous', weekday: 'Weekday', chance: 'Against chance',
  },
}

export const wordsOf = (locale: Locale): ChartWords => words[locale]
