import { getLabelSheet } from '@kontuar/contracts'
import { Button, Select } from '@mantine/core'
import { IconPlus, IconPrinter, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { RoadPage, useSurvey, useSurveyId } from '../frame/RoadPage.tsx'
import { useLinks } from '../links/link-queries.ts'
import { NewCodes } from './NewCodes.tsx'
import { QrRow } from './QrRow.tsx'
import shared from '../frame/roads.module.css'
import classes from './qr.module.css'

/** Codes for tables, counters and shop windows, to be printed. */
export function QrPage() {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const survey = useSurvey()
  const mayManage = useCan('feedback.manage')
  const { links, isPending, isError, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLinks(surveyId, 'qr')
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const languages = survey?.languages ?? []
  const language = chosen ?? (languages.includes(currentLocale()) ? currentLocale() : languages[0])
  // As one walks along them: table 2 before table 10.
  const byPlace = new Intl.Collator(currentLocale(), { numeric: true })
  const sorted = links.toSorted((a, b) => byPlace.compare(a.locationName ?? '', b.locationName ?? '') || byPlace.compare(a.name, b.name) || byPlace.compare(a.place, b.place))
  const locations = [...new Map(links.flatMap(({ locationId, locationName }) => (locationId === null ? [] : [[locationId, locationName ?? '']]))).entries()] as [string, string][]
  const shown = at === null ? sorted : sorted.filter(({ locationId }) => locationId === at)
  const add = mayManage && !making && <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setMaking(true)}>{t('qr.add')}</Button>
  return (
    <RoadPage title={t('road.qr')} text={t('qr.text')} action={links.length > 0 && add}>
      {making && <NewCodes done={() => setMaking(false)} />}
      {isPending ? <RowSkeletons rows={5} height={64} /> : isError ? <Problem error={error} retry={() => void refetch()} /> : links.length === 0 ? !making && (
        <EmptyState icon={<IconQrcode size={22} stroke={1.5} />} title={t('qr.empty')} text={t('qr.emptyText')} action={add} />
      ) : (
        <>
          <div className={classes.printing}>
            {locations.length > 1 && <Select size="xs" aria-label={t('location')} placeholder={t('qr.allLocations')} clearable clearButtonProps={{ 'aria-label': t('qr.allLocations') }} data={locations.map(([value, label]) => ({ value, label }))} value={at} onChange={setAt} />}
            {languages.length > 1 && <Select size="xs" aria-label={t('qr.language')} allowDeselect={false} data={languages.map((value) => ({ value, label: new Intl.DisplayNames(currentLocale(), { type: 'language' }).of(value) ?? value }))} value={language ?? null} onChange={setChosen} />}
            <Button component="a" href={apiPath(getLabelSheet, { id: surveyId }, { locationId: at, language })} target="_blank" rel="noreferrer" variant="default" size="xs" leftSection={<IconPrinter size={15} stroke={1.5} aria-hidden />}>{t('qr.sheet')}</Button>
          </div>
          <ul className={shared.list}>{shown.map((link) => <QrRow key={link.id} link={link} language={language} />)}</ul>
          {hasNextPage && <Button variant="default" className={classes.more} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
        </>
      )}
    </RoadPage>
  )
}
