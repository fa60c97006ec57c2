import { reportFormats, type Report, type ReportDefinition, type ReportPeriod } from '@kontuar/contracts'
import { Button, Checkbox, NativeSelect, SegmentedControl, Switch, TextInput, Textarea } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../../api/problem.ts'
import { ConditionsField } from '../../../ui/conditions/ConditionsField.tsx'
import { nothing } from '../../../ui/conditions/condition-tree.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { lackOf, useFields } from '../../numbers/index.ts'
import { reportPeriods } from '../report-search.ts'
import { BlockList } from './BlockList.tsx'
import { changePersonal, lackOfBlock, personals, type Draft } from './draft.ts'
import { RecipientsField } from './RecipientsField.tsx'
import { ScheduleField } from './ScheduleField.tsx'
import { SidePane, type Side } from './SidePane.tsx'
import { useEdit } from './use-edit.ts'
import classes from './edit.module.css'

const comparisons = ['before', 'year', 'none'] as const satisfies readonly ReportDefinition['compare'][]

/** What is in a report at the left, how it looks at the right. */
export function Editor({ report, first }: { report: Report | null; first: Draft }) {
  const { t } = useTranslation('reports')
  const { t: tNumbers } = useTranslation('numbers')
  const navigate = useNavigate()
  const open = ({ id }: Report) => void navigate({ to: '/reports/$reportId', params: { reportId: id }, search: {} })
  const { draft, change, saving, save: store, leave } = useEdit(report, first, (saved) => { showNotice({ message: t('saved') }); open(saved) })
  const [side, setSide] = useState<Side>('preview')
  const [shown, setShown] = useState<'form' | 'side'>('form')
  const [tried, setTried] = useState(false)
  const fields = useFields()
  const { definition } = draft
  const set = (part: Partial<ReportDefinition>) => change({ ...draft, definition: { ...definition, ...part } })
  const show = (next: Side) => { setSide(next); setShown(next === 'preview' ? 'form' : 'side') }
  const lacking = draft.name.trim() === '' || definition.blocks.length === 0 || definition.blocks.some((block) => lackOfBlock(block, lackOf) !== null)
  const save = () => {
    setTried(true)
    if (!lacking && !saving.isPending) store()
  }
  useTitle(report === null ? t('new') : t('edit.titleOf', { name: draft.name }))
  useShortcuts(t('edit.keys'), [
    { keys: 'mod+enter', label: t('save'), run: save, whileTyping: true },
    { keys: 'a', label: t('blocks.addTile'), run: () => show('gallery') },
    ...(side === 'preview' ? [] : [{ keys: 'escape', label: t('edit.closeSide'), run: () => show('preview') }]),
  ])
  const refused = saving.error instanceof ApiProblem ? saving.error.fields : {}
  const faults = Object.keys(refused).flatMap((field) => field.match(/^definition\.blocks\.(\d+)/)?.[1] ?? []).map(Number)
  const cancel = report === null ? <Link to="/reports" onClick={leave} className={classes.cancel}>{t('cancel')}</Link> : <Link to="/reports/$reportId" params={{ reportId: report.id }} search={{}} onClick={leave} className={classes.cancel}>{t('cancel')}</Link>
  return (
    <div className={classes.screen} data-shown={shown}>
      <header className={classes.head}>
        <h1 className={classes.title}>{report === null ? t('new') : t('edit.titleOf', { name: draft.name })}</h1>
        <SegmentedControl size="xs" className={classes.which} aria-label={t('edit.which')} value={shown} onChange={(next) => setShown(next as 'form' | 'side')} data={[{ value: 'form', label: t('edit.form') }, { value: 'side', label: t(side === 'preview' ? 'preview' : 'blocks') }]} />
        <div className={classes.acts}>{cancel}<Button size="compact-sm" data-act="save" loading={saving.isPending} onClick={save}>{t('save')}</Button></div>
      </header>
      <div className={classes.form}>
        {saving.isError && <Problem error={saving.error} text={saving.error instanceof ApiProblem ? saving.error.detail : undefined} />}
        {report !== null && report.readyMade !== null ? <p className={classes.soft}>{t('edit.readyMade')}</p> : (
          <TextInput label={t('name')} description={t('nameHint')} maxLength={100} value={draft.name} autoFocus={report === null} onChange={(event) => change({ ...draft, name: event.currentTarget.value })} error={tried && draft.name.trim() === '' ? t('nameless') : refused['name'] === undefined ? undefined : t('nameTaken')} />
        )}
        <TextInput label={t('reportTitle')} description={t('reportTitleHint')} maxLength={200} placeholder={draft.name} value={definition.title} onChange={(event) => set({ title: event.currentTarget.value })} />
        <Part title={t('blocks')}>
          <BlockList draft={draft} change={change} tried={tried} faults={faults} openTile={(id) => show({ tile: id })} openGallery={() => show('gallery')} />
        </Part>
        <Part title={t('what')}>
          <div className={classes.pair}>
            <NativeSelect label={t('period')} value={definition.period} data={reportPeriods.map((each) => ({ value: each, label: t(`period.${each}`) }))} onChange={({ currentTarget }) => set({ period: currentTarget.value as ReportPeriod })} />
            <NativeSelect label={tNumbers('compare')} value={definition.compare} data={comparisons.map((each) => ({ value: each, label: tNumbers(`compare.${each}`) }))} onChange={({ currentTarget }) => set({ compare: currentTarget.value as ReportDefinition['compare'] })} />
          </div>
          <NativeSelect label={t('personal')} description={t(definition.personal === 'nobody' ? 'personalHint' : `personalHint.${definition.personal}`)} value={definition.personal} data={personals.map((each) => ({ value: each, label: t(`personal.${each}`) }))} onChange={({ currentTarget }) => change(changePersonal(draft, currentTarget.value as ReportDefinition['personal']))} />
          <ConditionsField label={t('where')} value={definition.where ?? nothing} onChange={(where) => set({ where: where.rules.length === 0 ? null : where })} fields={fields} error={saving.error} checked={tried} me={false} whenEmpty={t('whereEmpty')} />
        </Part>
        <Part title={t('recipients')}><RecipientsField draft={draft} change={change} refused={refused} /></Part>
        <Part title={t('when')}>
          <ScheduleField value={draft.schedule} change={(schedule) => change({ ...draft, schedule })} />
          <Checkbox.Group label={t('formats')} value={draft.formats} onChange={(next) => { if (next.length > 0) change({ ...draft, formats: reportFormats.filter((each) => next.includes(each)) }) }}>
            <div className={classes.checks}>{reportFormats.map((each) => <Checkbox key={each} size="xs" value={each} label={t(`format.${each}`)} description={t(`formatHint.${each}`)} />)}</div>
          </Checkbox.Group>
          <Switch label={t('active')} description={t('activeHint')} checked={draft.active} onChange={({ currentTarget }) => change({ ...draft, active: currentTarget.checked })} />
        </Part>
        <Part title={t('comment')}>
          <Textarea aria-label={t('comment')} description={t('commentHint')} autosize minRows={3} maxRows={10} maxLength={5000} value={draft.comment} onChange={(event) => change({ ...draft, comment: event.currentTarget.value })} />
        </Part>
        {tried && lacking && <p className={classes.lacking} role="alert">{t(definition.blocks.length === 0 ? 'blocks.none' : 'edit.lacking')}</p>}
      </div>
      <SidePane side={side} show={show} draft={draft} change={change} tried={tried} reportId={report?.id ?? null} />
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <section className={classes.part}><h2>{title}</h2>{children}</section>
}
