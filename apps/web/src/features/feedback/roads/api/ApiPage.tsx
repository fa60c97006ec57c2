import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { Snippet } from '../website/Snippet.tsx'
import { examples } from './examples.ts'
import shared from '../frame/roads.module.css'
import classes from './api.module.css'

/** How a program asks somebody, brings answers, tells of a purchase: with the address and the survey already filled in. */
export function ApiPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  return (
    <RoadPage title={t('road.api')} text={t('api.text')}>
      <p className={classes.needs}>{t('api.token')} <Link to="/settings/tokens">{t('api.toTokens')}</Link></p>
      {examples(location.origin, surveyId).map(({ key, text }) => (
        <section key={key} className={classes.example}>
          <h3 className={shared.sub}>{t(`api.${key}`)}</h3>
          <p className={shared.soft}>{t(`api.${key}Text`)}</p>
          <Snippet text={text} label={t(`api.${key}`)} />
        </section>
      ))}
      <p className={classes.needs}><a href="/api/v1/openapi.json" target="_blank" rel="noreferrer">{t('api.all')}</a></p>
    </RoadPage>
  )
}
