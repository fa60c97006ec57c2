import { limits } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { WordsField } from './WordsField.tsx'
import classes from './edit.module.css'

/** What stands above the questions. */
export function IntroEditor() {
  const { t } = useTranslation('surveys')
  const { definition, change } = useBuilder()
  return (
    <div className={classes.form}>
      <header className={classes.head}><h2>{t('part.intro')}</h2></header>
      <WordsField label={t('intro.title')} description={t('intro.titleHint')} texts={definition.title} change={(title) => change((draft) => ({ ...draft, title }), 'title')} maxLength={limits.surveyTitle} path={['title']} facts single size="md" />
      <WordsField label={t('intro.text')} description={t('intro.textHint')} texts={definition.intro} change={(intro) => change((draft) => ({ ...draft, intro }), 'intro')} maxLength={limits.closing} path={['intro']} facts />
    </div>
  )
}
