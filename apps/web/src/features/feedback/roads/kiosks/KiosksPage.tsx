import type { Kiosk } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurveyId } from '../frame/RoadPage.tsx'
import { KioskAddress } from './KioskAddress.tsx'
import { KioskForm } from './KioskForm.tsx'
import { KioskRow } from './KioskRow.tsx'
import { kiosksQuery } from './kiosk-queries.ts'
import shared from '../frame/roads.module.css'
import classes from './kiosks.module.css'

/** Tablets on the counter. */
export function KiosksPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const mayManage = useCan('feedback.manage')
  const kiosks = useQuery(kiosksQuery)
  const [making, setMaking] = useState(false)
  const [told, setTold] = useState<Kiosk | null>(null)
  const own = kiosks.data?.items.filter((each) => each.surveyId === surveyId) ?? []
  const [inUse, retired] = [own.filter((each) => !each.retired), own.filter((each) => each.retired)]
  const tell = (kiosk: Kiosk) => { setMaking(false); setTold(kiosk) }
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{t('kiosk.add')}</Button>
  return (
    <RoadPage title={t('road.kiosks')} text={t('kiosk.text')} action={inUse.length > 0 && add}>
      {told !== null && told.url !== null && <KioskAddress name={told.name} url={told.url} done={() => setTold(null)} />}
      {making && <KioskForm kiosk={null} made={tell} leave={() => setMaking(false)} />}
      {kiosks.isPending ? <RowSkeletons rows={3} height={72} /> : kiosks.isError ? <Problem error={kiosks.error} retry={() => void kiosks.refetch()} /> : inUse.length === 0 ? !making && told === null && (
        <EmptyState icon={<IconDeviceTablet size={22} stroke={1.5} />} title={t('kiosk.empty')} text={t('kiosk.emptyText')} action={add} />
      ) : (
        <ul className={shared.list}>{inUse.map((kiosk) => <KioskRow key={kiosk.id} kiosk={kiosk} renewed={tell} />)}</ul>
      )}
      {retired.length > 0 && (
        <details className={classes.away}>
          <summary>{t('kiosk.retiredOnes', { count: retired.length })}</summary>
          <ul className={shared.list}>{retired.map((kiosk) => <KioskRow key={kiosk.id} kiosk={kiosk} renewed={tell} />)}</ul>
        </details>
      )}
    </RoadPage>
  )
}
