import type { ConditionField, Touchpoint } from '@kontuar/contracts'
import { ActionIcon, Switch } from '@mantine/core'
import { IconArchive, IconArrowBackUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { ConditionsSentence } from '../../../../ui/conditions/ConditionsSentence.tsx'
import { useAskingWords } from '../sentence/use-asking-words.ts'
import { feedbackSettingsQuery, useTouchpointActs } from '../touchpoint-queries.ts'
import { Counts } from './Counts.tsx'
import classes from './touchpoints.module.css'

interface Given {
  touchpoint: Touchpoint
  fields: readonly ConditionField[]
  /** To be dragged by; absent in a list that cannot be put in order. */
  handle?: ReactNode
  withSurvey?: boolean
  /** Its place among all, where the others are not seen. */
  place?: { at: number; of: number } | undefined
}

/** A touchpoint as a sentence, with what it did in 30 days. */
export function TouchpointRow({ touchpoint, fields, handle, withSurvey = false, place }: Given) {
  const { t } = useTranslation('asking')
  const { sentence, exclusions } = useAskingWords()
  const { setActive, setRetired } = useTouchpointActs()
  const mayManage = useCan('feedback.manage')
  const usualRest = useQuery(feedbackSettingsQuery).data?.restDays
  const { id, name, definition, active, retired, trigger } = touchpoint
  const not = exclusions(definition)
  return (
    <div className={classes.row} data-off={!active || retired || undefined}>
      {handle}
      <div className={classes.main}>
        <div className={classes.name}>
          {mayManage && !retired ? <Link to="/feedback/touchpoints/$touchpointId" params={{ touchpointId: id }}>{name}</Link> : name}
          {withSurvey && <Link to="/feedback/surveys/$surveyId/ask" params={{ surveyId: touchpoint.surveyId }} className={classes.survey}>{touchpoint.surveyName}</Link>}
        </div>
        <p className={classes.sentence}>{sentence(trigger, definition, usualRest)}</p>
        {definition.conditions !== null && fields.length > 0 && <div className={classes.conditions}><span>{t('onlyIf')}</span> <ConditionsSentence value={definition.conditions} fields={fields} /></div>}
        <p className={classes.soft}>{[...(not === null ? [] : [not]), ...(place && place.of > 1 ? [t('place', { place: place.at, places: place.of })] : [])].join(' ')}</p>
        {!retired && <Counts touchpoint={touchpoint} />}
      </div>
      {mayManage && (
        <div className={classes.acts}>
          {!retired && <Switch aria-label={t('activeOf', { name })} checked={active} onChange={() => void setActive(touchpoint, !active)} />}
          <ActionIcon variant="subtle" color="gray" aria-label={retired ? t('bringBackOf', { name }) : t('putAwayOf', { name })} title={retired ? t('bringBack') : t('putAwayAct')} onClick={() => void setRetired(touchpoint, !retired)}>
            {retired ? <IconArrowBackUp size={16} stroke={1.5} aria-hidden /> : <IconArchive size={16} stroke={1.5} aria-hidden />}
          </ActionIcon>
        </div>
      )}
    </div>
  )
}
