import type { SurveyLink } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { LinkActs } from '../links/LinkActs.tsx'
import { NewLink } from '../links/NewLink.tsx'
import { useLinks } from '../links/link-queries.ts'
import { Snippet } from './Snippet.tsx'
import shared from '../frame/roads.module.css'
import classes from './website.module.css'

export interface Site { link: SurveyLink; mayManage: boolean }
interface Given { road: 'website' | 'embedded'; icon: ReactNode; /** Below what is pasted: settings and how to try it. */ Below: ComponentType<Site> }

/** The sites of a road that lives by a snippet pasted into somebody's page. */
export function SnippetSites({ road, icon, Below }: Given) {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const { links, isPending, isError, error, refetch } = useLinks(surveyId, road)
  const [making, setMaking] = useState(false)
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{links.length === 0 ? t(`make.${road}`) : t(`another.${road}`)}</Button>
  return (
    <RoadPage title={t(`road.${road}`)} text={t(`text.${road}`)} action={links.length > 0 && add}>
      {making && <NewLink road={road} usualName={t(`usual.${road}`)} button={t(`make.${road}`)} done={() => setMaking(false)} />}
      {isPending ? <FormSkeleton /> : isError ? <Problem error={error} retry={() => void refetch()} /> : links.length === 0 ? !making && (
        <EmptyState icon={icon} title={t(`empty.${road}`)} text={t(`emptyText.${road}`)} action={add} />
      ) : (
        links.map((link) => (
          <section key={link.id} className={classes.site} aria-label={link.name}>
            <header className={shared.row}>
              <h3 className={shared.main}>{link.name} {link.locationName && <span className={shared.soft}>{link.locationName}</span>}</h3>
              <span className={shared.number}>{t('answers', { count: link.answers })}</span>
              <LinkActs link={link} />
            </header>
            <div className={classes.part}>
              <h4>{t('website.snippet')}</h4>
              <p className={shared.soft}>{t(`snippetHint.${road}`)}</p>
              {link.snippet !== null && <Snippet text={link.snippet} label={t('website.snippet')} />}
            </div>
            <Below link={link} mayManage={mayManage} />
          </section>
        ))
      )}
    </RoadPage>
  )
}
