import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { limits, type Language } from '@kontuar/survey'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useBuilder } from '../builder-context.ts'
import { addLanguage, removeLanguage } from '../draft/edit-definition.ts'
import { missingTexts, sum } from '../draft/missing-texts.ts'
import { knownLanguages, languageName } from './language-names.ts'
import classes from './languages.module.css'

/** The languages of the survey: which one is being written, and how much each still lacks. */
export function LanguageTabs() {
  const { t } = useTranslation('surveys')
  const { definition, language, setLanguage, change, readOnly, say } = useBuilder()
  const { languages, defaultLanguage } = definition
  const lacking = useMemo(() => new Map(languages.map((each) => [each, sum(missingTexts(definition, each))])), [definition, languages])
  const others = knownLanguages.filter((each) => !languages.includes(each)).toSorted((one, other) => (own.has(one) === own.has(other) ? languageName(one).localeCompare(languageName(other), currentLocale()) : own.has(one) ? -1 : 1))
  const add = (each: Language) => {
    change((draft) => addLanguage(draft, each))
    setLanguage(each)
    say(t('language.added', { language: languageName(each) }))
  }
  return (
    <div className={classes.bar}>
      <div role="group" aria-label={t('language.label')} className={classes.tabs}>
        {languages.map((each) => {
          const missing = lacking.get(each) ?? 0
          return (
            <button key={each} type="button" className={classes.tab} aria-pressed={each === language} onClick={() => setLanguage(each)}>
              {languageName(each)}
              {each === defaultLanguage && languages.length > 1 && <span className={classes.main}>{t('language.main')}</span>}
              {missing > 0 && <span className={classes.missing}>{t('language.missing', { count: missing })}</span>}
            </button>
          )
        })}
      </div>
      {!readOnly && languages.length < limits.languages && (
        <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
          <Menu.Target><ActionIcon size={28} aria-label={t('language.add')} title={t('language.add')}><IconPlus size={16} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {others.map((each) => <Menu.Item key={each} onClick={() => add(each)}>{languageName(each)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
      {!readOnly && language !== defaultLanguage && (
        <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
          <Menu.Target><ActionIcon size={28} aria-label={t('language.more', { language: languageName(language) })}><IconDots size={16} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => change((draft) => ({ ...draft, defaultLanguage: language }))}>{t('language.makeDefault')}</Menu.Item>
            <Menu.Item onClick={() => { change((draft) => removeLanguage(draft, language)); setLanguage(defaultLanguage) }}>{t('language.remove')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
/** Of the workspace itself: most often wanted, so first. */
const own: ReadonlySet<Language> = new Set(['pl', 'en', 'ru'])
