import { IconBrowser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SnippetSites, type Site } from './SnippetSites.tsx'
import { WebsiteForm } from './WebsiteForm.tsx'
import shared from '../frame/roads.module.css'
import classes from './website.module.css'

/** A small window on one's own website, by one line pasted into it. */
export function WebsitePage() {
  return <SnippetSites road="website" icon={<IconBrowser size={22} stroke={1.5} />} Below={TrialAndForm} />
}

function TrialAndForm({ link, mayManage }: Site) {
  const { t } = useTranslation('roads')
  return (
    <>
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
    </>
  )
}
