import { IconEye } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import classes from './people.module.css'

interface Props { everything: boolean; /** By name, granted and served. */ queues: readonly string[]; served: readonly string[]; locations: readonly string[] }

/** What the settings above come to, in one sentence, before they are saved. */
export function AccessSentence({ everything, queues, served, locations }: Props) {
  const { t } = useTranslation('structure')
  const joined = (names: readonly string[]) => new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names)
  const text = everything ? t('access.seesAll')
    : queues.length === 0 ? t('access.seesNothing')
    : locations.length === 0 ? t('access.seesQueues', { queues: joined(queues) })
    : t('access.seesPlaces', { queues: joined(queues), locations: joined(locations) })
  return (
    <p className={classes.sentence} role="status">
      <IconEye size={16} stroke={1.5} aria-hidden />
      <span>
        {text}
        {!everything && served.length > 0 && <> {t('access.served', { queues: joined(served) })}</>}
      </span>
    </p>
  )
}
