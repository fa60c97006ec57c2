import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { useBuilder } from './builder-context.ts'
import type { useDraft } from './draft/use-draft.ts'
import { SaveState } from './SaveState.tsx'
import { MeasureButton } from './measure/MeasureButton.tsx'
import { Publish } from './publish/Publish.tsx'
import classes from './build.module.css'

type Draft = ReturnType<typeof useDraft>

export function Toolbar({ draft, show, known }: { draft: Draft; show: 'preview' | undefined; known: boolean }) {
  const { t } = useTranslation('surveys')
  const navigate = useNavigate()
  const { survey, at, readOnly } = useBuilder()
  const pane = show ?? (known ? 'edit' : 'list')
  const icon = { size: 18, stroke: 1.5, 'aria-hidden': true }
  const go = (next: string) => void navigate({ to: '/feedback/surveys/$surveyId/build', params: { surveyId: survey.id }, search: next === 'list' ? {} : next === 'edit' ? { at } : { at, show: 'preview' } })
  return (
    <div className={classes.toolbar}>
      {/* Where there is no room for three columns (phone), or for the third (laptop). */}
      <SegmentedControl className={classes.panes3} size="xs" aria-label={t('panes')} data={(['list', 'edit', 'preview'] as const).map((value) => ({ value, label: t(`pane.${value}`) }))} value={pane} onChange={go} />
      <SegmentedControl className={classes.panes2} size="xs" aria-label={t('panes')} data={(['edit', 'preview'] as const).map((value) => ({ value, label: t(`pane.${value}`) }))} value={pane === 'preview' ? 'preview' : 'edit'} onChange={go} />
      {!readOnly && (
        <div className={classes.history}>
          <Tooltip label={<span className={classes.tip}>{t('undo')} <KeyboardHint keys="mod+z" /></span>}><ActionIcon size={30} aria-label={t('undo')} disabled={!draft.canUndo} onClick={draft.undo}><IconArrowBackUp {...icon} /></ActionIcon></Tooltip>
          <Tooltip label={<span className={classes.tip}>{t('redo')} <KeyboardHint keys="mod+shift+z" /></span>}><ActionIcon size={30} aria-label={t('redo')} disabled={!draft.canRedo} onClick={draft.redo}><IconArrowForwardUp {...icon} /></ActionIcon></Tooltip>
          <SaveState draft={draft} />
        </div>
      )}
      <div className={classes.end}>
        <MeasureButton />
        {readOnly ? <span className={classes.reader}>{t('readOnly')}</span> : <Publish draft={draft} />}
      </div>
    </div>
  )
}
