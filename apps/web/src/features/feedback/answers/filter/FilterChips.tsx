import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { filterNames, type AnswerSearch, type FilterName } from '../answer-search.ts'
import { useFilterWords } from './use-filter-words.ts'
import classes from './filter.module.css'

const none: readonly FilterName[] = []

/** What narrows answers or results, each with a way to take it off. */
export function FilterChips({ search, without = none, drop }: { search: AnswerSearch; without?: readonly FilterName[]; drop: (name: FilterName) => void }) {
  const { t } = useTranslation('answers')
  const words = useFilterWords(search)
  const names = filterNames.filter((name) => search[name] !== undefined && !without.includes(name))
  if (names.length === 0) return null
  return (
    <ul className={classes.chips} aria-label={t('filter.active')}>
      {names.map((name) => (
        <li key={name} className={classes.chip}>
          {name !== 'invalid' && <span className={classes.chipName}>{t(`filter.${name}`)}:</span>} <span className={classes.chipValue} title={words(name)}>{words(name)}</span>
          <CloseButton size="xs" aria-label={t('filter.drop', { what: words(name) })} onClick={() => drop(name)} />
        </li>
      ))}
    </ul>
  )
}
