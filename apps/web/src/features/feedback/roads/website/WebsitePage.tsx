import { Button } from '@mantine/core'
import { IconBrowser, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
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
import { WebsiteForm } from './WebsiteForm.tsx'
import shared from '../frame/roads.module.css'
import classes from './website.module.css'

/** A small window on one's own website, by one line pasted into it. */
export function WebsitePage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const { links, isPending, isError, error, refetch } = useLinks(surveyId, 'website')
  const [making, setMaking] = useState(false)
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{links.length === 0 ? t('website.make') : t('website.another')}</Button>
  return (
    <RoadPage title={t('road.website')} text={t('website.text')} action={links.length > 0 && add}>
      {making && <NewLink road="website" usualName={t('website.usual')} button={t('website.make')} done={() => setMaking(false)} />}
      {isPending ? <FormSkeleton /> : isError ? <Problem error={error} retry={() => void refetch()} /> : links.length === 0 ? !making && (
        <EmptyState icon={<IconBrowser size={22} stroke={1.5} />} title={t('website.empty')} text={t('website.emptyText')} action={add} />
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
              <p className={shared.soft}>{t('website.snippetHint')}</p>
              {link.snippet !== null && <Snippet text={link.snippet} label={t('website.snippet')} />}
            </div>
            <details className={classes.how}>
              <summary>{t('website.test')}</summary>
              <ol className={shared.steps}>
                <li>{t('website.test1')}</li>
                <li>{t('website.test2')} <code>kontuar('open', 'survey')</code></li>
                <li>{t('website.test3')}</li>
                <li>{t('website.test4')}</li>
              </ol>
            </details>
            {link.settings && <fieldset disabled={!mayManage} className={shared.choice}><WebsiteForm link={link} settings={link.settings} /></fieldset>}
          </section>
        ))
      )}
    </RoadPage>
  )
}
