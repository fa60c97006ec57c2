import { Button } from '@mantine/core'
import { IconExternalLink, IconLink, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { LinkActs } from './LinkActs.tsx'
import { NewLink } from './NewLink.tsx'
import { useLinks } from './link-queries.ts'
import shared from '../frame/roads.module.css'

/** An address to be given away anywhere: in a signature, on a receipt, in a newsletter. */
export function LinkPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const { links, isPending, isError, error, refetch } = useLinks(surveyId, 'link')
  const [making, setMaking] = useState(false)
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{links.length === 0 ? t('link.make') : t('link.another')}</Button>
  return (
    <RoadPage title={t('road.link')} text={t('link.text')} action={links.length > 0 && add}>
      {making && <NewLink road="link" usualName={t('link.usual')} button={t('link.make')} done={() => setMaking(false)} />}
      {isPending ? <RowSkeletons rows={2} height={84} /> : isError ? <Problem error={error} retry={() => void refetch()} /> : links.length === 0 ? !making && (
        <EmptyState icon={<IconLink size={22} stroke={1.5} />} title={t('link.empty')} text={t('link.emptyText')} action={add} />
      ) : (
        <ul className={shared.list}>
          {links.map((link) => (
            <li key={link.id} className={shared.item} data-off={!link.active || undefined}>
              <div className={shared.row}>
                <div className={shared.main}>
                  <div className={shared.name}>{link.name} {link.locationName && <span className={shared.soft}>{link.locationName}</span>}</div>
                </div>
                <span className={shared.number}>{t('answers', { count: link.answers })}</span>
                <LinkActs link={link} />
              </div>
              <div className={shared.under}>
                <CopyField value={link.url} label={t('addressOf', { name: link.name })} />
                <a href={link.url} target="_blank" rel="noreferrer" className={shared.soft}><IconExternalLink size={14} stroke={1.5} aria-hidden /> {t('link.open')}</a>
              </div>
            </li>
          ))}
        </ul>
      )}
    </RoadPage>
  )
}
