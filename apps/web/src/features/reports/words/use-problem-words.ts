// What keeps a report from being right, or from arriving, in the words of whoever looks after it.
import type { ReportProblem } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'

export function useProblemWords(): (problem: ReportProblem) => string {
  const { t } = useTranslation('reports')
  return ({ code, names, more, block, of, detail }) => {
    const listed = new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(more > 0 ? [...names, t('problem.more', { count: more })] : names)
    switch (code) {
      case 'block': return t('problem.block', { block: block ?? 0 })
      case 'no-charge': return of === null ? detail : t(`problem.no-charge.${of}`, { names: listed })
      case 'none-yet': return of === null || of === 'staff' ? detail : t(`problem.none-yet.${of}`)
      default: return t(`problem.${code}`, { names: listed })
    }
  }
}
