import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { pagesOf, readForm, type SurveyDefinition, type Values } from '@kontuar/survey'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../../ui/Problem.tsx'
import { useBuilder } from '../builder-context.ts'
import { PreviewFrame, type Device } from './PreviewFrame.tsx'
import { revealingValues } from './revealing-values.ts'
import { usePreview } from './use-preview.ts'
import classes from './preview.module.css'

type Part = 'page' | 'mail' | 'thanks'

/** The survey as a customer sees it, at what is selected. One can go through it: its button leads to the next page. */
export function PreviewPane({ definition }: { definition: SurveyDefinition }) {
  const { t } = useTranslation('surveys')
  const { language, at } = useBuilder()
  const [device, setDevice] = useState<Device>('phone')
  const [wishedPart, setPart] = useState<Part>('page')
  const [values, setValues] = useState<Values>({})
  const [page, setPage] = useState(0)
  const part = wishedPart
  // The page of the question that is worked on, with answers that lead there.
  const revealing = useMemo(() => (definition.questions.some(({ id }) => id === at) ? revealingValues(definition, at) : {}), [definition, at])
  useEffect(() => {
    setPart(at === 'thanks' ? 'thanks' : 'page')
    setValues(revealing ?? {})
    setPage(revealing === null ? 0 : Math.max(0, pagesOf(definition, revealing).findIndex((questions) => questions.some(({ id }) => id === at))))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- typing must not lead away from the page one has gone to
  }, [at])

  const pages = pagesOf(definition, values)
  const shown = Math.min(page, Math.max(0, pages.length - 1))
  const preview = usePreview({ definition, language, values, page: shown, part })
  const next = (form: URLSearchParams) => {
    const given = { ...values, ...readForm(pages[shown] ?? [], form).values }
    setValues(given)
    if (shown + 1 < pagesOf(definition, given).length) setPage(shown + 1)
    else setPart('thanks')
  }
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true }
  return (
    <section className={classes.pane} aria-label={t('preview.label')}>
      <div className={classes.bar}>
        <SegmentedControl size="xs" aria-label={t('preview.part')} data={(['page', 'mail', 'thanks'] as const).map((each) => ({ value: each, label: t(`preview.${each}`) }))} value={part} onChange={(value) => setPart(value as Part)} />
        <SegmentedControl size="xs" aria-label={t('preview.device')} data={[{ value: 'phone', label: <span className={classes.deviceLabel} title={t('preview.phone')}><IconDeviceMobile {...icon} /><span className={classes.hidden}>{t('preview.phone')}</span></span> }, { value: 'desktop', label: <span className={classes.deviceLabel} title={t('preview.desktop')}><IconDeviceDesktop {...icon} /><span className={classes.hidden}>{t('preview.desktop')}</span></span> }]} value={device} onChange={(value) => setDevice(value as Device)} />
      </div>
      {revealing === null && <p className={classes.note}>{t('preview.never')}</p>}
      {preview.isError ? <Problem error={preview.error} retry={() => void preview.refetch()} /> : <PreviewFrame html={preview.data?.html ?? ''} device={device} submit={next} stale={preview.isPlaceholderData} />}
      {part === 'page' && pages.length > 1 && (
        <div className={classes.pages}>
          <ActionIcon size={28} aria-label={t('preview.back')} disabled={shown === 0} onClick={() => setPage(shown - 1)}><IconChevronLeft {...icon} /></ActionIcon>
          <span className="tabular">{t('preview.pageOf', { page: shown + 1, pages: pages.length })}</span>
          <ActionIcon size={28} aria-label={t('preview.next')} disabled={shown + 1 >= pages.length} onClick={() => setPage(shown + 1)}><IconChevronRight {...icon} /></ActionIcon>
        </div>
      )}
    </section>
  )
}
