import type { Interaction } from '@kontuar/contracts'
import { IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { AnswerLink } from './AnswerLink.tsx'
import { BodyText } from './BodyText.tsx'
import { EntryTime } from './EntryTime.tsx'
import { ReadByMachine } from './ReadByMachine.tsx'
import { RatingWords } from './RatingWords.tsx'
import parts from './rating.module.css'
import classes from './timeline.module.css'

/** What the customer answered to a survey: calm, since it asks for nothing by itself. */
export function RatingEntry({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const mayRead = useCan('feedback.read')
  const author = entry.from.name || (entry.customerId === null ? t('rating.anonymous') : '')
  const { rating } = entry
  const hasWords = entry.text.trim() !== ''
  return (
    <article className={classes.entry} data-tone="rating" data-entry={entry.id} aria-label={t('entry.by', { name: author || t('kind.rating') })}>
      <div className={classes.avatar}>
        <span className={parts.star}><IconStar size={16} stroke={1.5} aria-hidden /></span>
      </div>
      <div className={classes.body}>
        <header className={classes.head}>
          <div className={classes.who}>
            <b className={classes.name}><IconStar size={14} stroke={1.5} className={parts.smallStar} aria-hidden />{t('kind.rating')}</b>
            <span className={classes.address}>{author}</span>
            <ReadByMachine entry={entry} as="mark" />
            <span className={classes.end}><EntryTime at={entry.at} /></span>
          </div>
          {rating && <RatingWords rating={rating} />}
        </header>
        {rating?.hidden && <p className={parts.nothing}>{t('rating.hidden')}</p>}
        {hasWords && <BodyText text={entry.text} folds={entry.folds} />}
        {!hasWords && (rating === null || (rating.value === null && !rating.hidden)) && <p className={parts.nothing}>{t('rating.empty')}</p>}
        {rating && !rating.hidden && mayRead && <AnswerLink rating={rating} className={parts.whole}>{t('rating.whole')}</AnswerLink>}
      </div>
    </article>
  )
}
