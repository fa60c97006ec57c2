import type { BodyOf, ResponseOf, importAnswers, previewAnswerImport } from '@kontuar/contracts'
import type { SurveyDefinition } from '@kontuar/survey'
import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { RefusedLines } from './RefusedLines.tsx'
import { told } from './told.ts'
import { asksSomething, doubled, facts, mappingOf, questionTargets, type Target } from './targets.ts'
import shared from '../frame/roads.module.css'
import classes from './import.module.css'

interface Props {
  definition: SurveyDefinition
  preview: ResponseOf<typeof previewAnswerImport>
  fileName: string
  pending: boolean
  error: unknown
  back: () => void
  take: (wish: Pick<BodyOf<typeof importAnswers>, 'mapping' | 'dates' | 'source'>) => void
}

const tools: Record<string, string> = { 'google-forms': 'Google Forms', 'microsoft-forms': 'Microsoft Forms', surveymonkey: 'SurveyMonkey', typeform: 'Typeform', qualtrics: 'Qualtrics', delighted: 'Delighted' }

/** What each column is: guessed, shown with what stands in it, to be corrected. */
export function MappingForm({ definition, preview, fileName, pending, error, back, take }: Props) {
  const { t } = useTranslation('roads')
  const [chosen, setChosen] = useState<Record<string, string | null>>(() => Object.fromEntries(preview.columns.map(({ column, suggestion }) => [column, suggestion])))
  const [dates, setDates] = useState<'day-first' | 'month-first' | null>(null)
  const [source, setSource] = useState(fileName)
  const [tried, setTried] = useState(false)
  const questions = questionTargets(definition, currentLocale(), t('import.otherWords'))
  const known = new Set<string>([...facts, ...questions.map(({ value }) => value)])
  const strange = [...new Set(Object.values(chosen).filter((target): target is string => target !== null && !known.has(target)))]
  const data = [
    { value: '', label: t('import.leaveOut') },
    { group: t('import.questions'), items: questions },
    { group: t('import.facts'), items: facts.map((fact) => ({ value: fact as string, label: t(`import.fact.${fact}`) })) },
    ...(strange.length > 0 ? [{ group: t('import.others'), items: strange.map((value) => ({ value, label: value })) }] : []),
  ]
  const nameOf = (target: string) => data.flatMap((each): readonly Target[] => ('items' in each && each.items !== undefined ? each.items : [])).find(({ value }) => value === target)?.label ?? target
  const mapping = mappingOf(chosen)
  const twice = doubled(mapping)
  const asksDates = preview.dates === 'ambiguous' && Object.values(mapping).includes('at')
  const fault = !asksSomething(mapping) ? t('import.wrong.nothing') : twice !== null ? t('import.wrong.twice', { what: nameOf(twice) }) : asksDates && dates === null ? t('import.wrong.dates') : null
  const number = new Intl.NumberFormat(currentLocale()).format(preview.rows)
  return (
    <SaveForm
      button={t('import.take', { count: preview.rows, number })}
      pending={pending}
      error={error}
      errorText={told(error)}
      beside={<Button variant="subtle" color="gray" onClick={back}>{t('file.other')}</Button>}
      onSubmit={() => {
        setTried(true)
        if (fault === null) take({ mapping, ...(dates !== null && asksDates && { dates }), ...(source.trim() !== '' && { source: source.trim().slice(0, 100) }) })
      }}
    >
      <p role="status" className={classes.found}>{preview.format in tools ? t('import.foundTool', { tool: tools[preview.format], count: preview.rows, number }) : t('import.found', { count: preview.rows, number })}</p>
      <ul className={classes.columns}>
        {preview.columns.map(({ column, sample }) => (
          <li key={column}>
            <div className={classes.column}>
              <b>{column}</b>
              <span className={shared.soft}>{sample.filter((each) => each !== '').slice(0, 3).join(' · ') || t('import.emptyColumn')}</span>
            </div>
            <Select size="sm" aria-label={t('import.isWhat', { column })} allowDeselect={false} searchable data={data} value={chosen[column] ?? ''} onChange={(target) => setChosen({ ...chosen, [column]: typeof target === 'string' && target !== '' ? target : null })} comboboxProps={{ width: 340, position: 'bottom-end' }} data-left-out={!chosen[column] || undefined} classNames={{ input: classes.target! }} />
          </li>
        ))}
      </ul>
      {preview.dates === 'mixed' && <p className={classes.warning}>{t('import.datesMixed')}</p>}
      {asksDates && (
        <Radio.Group label={t('import.dates')} description={t('import.datesHint')} value={dates ?? ''} onChange={(next) => setDates(next as 'day-first')}>
          <div className={classes.radios}>
            <Radio value="day-first" label={t('import.dayFirst')} />
            <Radio value="month-first" label={t('import.monthFirst')} />
          </div>
        </Radio.Group>
      )}
      <TextInput className={shared.wide} label={t('import.source')} description={t('import.sourceHint')} maxLength={100} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
      <RefusedLines refused={preview.refused} />
      {tried && fault !== null && <p role="alert" className={classes.wrong}>{fault}</p>}
    </SaveForm>
  )
}
