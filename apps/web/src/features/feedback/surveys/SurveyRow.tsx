import type { Survey } from '@kontuar/contracts'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { SurveyStateMark } from './SurveyStateMark.tsx'
import { useSurveyActs } from './use-survey-acts.ts'
import classes from './surveys.module.css'

export function SurveyRow({ survey, mayManage }: { survey: Survey; mayManage: boolean }) {
  const { t } = useTranslation('feedback')
  const { copy, move, retire } = useSurveyActs()
  const icon = { size: 15, stroke: 1.5, 'aria-hidden': true }
  const said = [
    t('row.questions', { count: survey.questions }),
    survey.languages.map((each) => each.toUpperCase()).join(' '),
    ...(survey.anonymous ? [t('row.anonymous')] : []),
    ...(survey.version > 0 && survey.changed ? [t('row.changed')] : []),
  ]
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <Link to="/feedback/surveys/$surveyId" params={{ surveyId: survey.id }}>{survey.name}</Link>
        <div className={classes.said}>{said.join(' · ')}</div>
      </th>
      <td className={classes.state}><SurveyStateMark state={survey.state} /></td>
      <td className={classes.metric}>{survey.metric === null ? <span className={classes.nothing}>–</span> : survey.metric.toUpperCase()}</td>
      <td className={classes.number} data-label={t('column.answers')}>{new Intl.NumberFormat(currentLocale()).format(survey.answers)}</td>
      <td className={classes.time} data-label={t('column.lastAnswer')}>{survey.lastAnswerAt === null ? <span className={classes.nothing}>–</span> : <RelativeTime at={survey.lastAnswerAt} />}</td>
      {mayManage && (
        <td className={classes.acts} aria-label={t('column.acts')}>
          <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
            <Menu.Target><ActionIcon size={28} aria-label={t('row.more', { name: survey.name })}><IconDots {...icon} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void copy(survey)}>{t('act.copy')}</Menu.Item>
              {survey.state === 'active' && <Menu.Item leftSection={<IconPlayerPause {...icon} />} onClick={() => void move(survey, 'paused')}>{t('act.pause')}</Menu.Item>}
              {survey.state === 'paused' && <Menu.Item leftSection={<IconPlayerPlay {...icon} />} onClick={() => void move(survey, 'active')}>{t('act.resume')}</Menu.Item>}
              <Menu.Item leftSection={survey.retired ? <IconArchiveOff {...icon} /> : <IconArchive {...icon} />} onClick={() => void retire(survey, !survey.retired)}>{survey.retired ? t('act.bringBack') : t('act.retire')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </td>
      )}
    </tr>
  )
}
