import type { ResponseOf, importAnswers } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import shared from '../lists/lists.module.css'

/** Lines that cannot be taken, each with its reason as the server says it. */
export function RefusedLines({ refused, open = false }: { refused: ResponseOf<typeof importAnswers>['refused']; open?: boolean }) {
  const { t } = useTranslation('roads')
  if (refused.length === 0) return null
  return (
    <details className={shared.refused} open={open}>
      <summary>{t('list.refused', { count: refused.length })}</summary>
      <ul>{refused.map(({ line, sentence }, index) => <li key={index}><b>{t('line', { line })}</b> {sentence}</li>)}</ul>
    </details>
  )
}
