import { Button, CloseButton, Radio, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ConditionGroup } from '@kontuar/conditions'
import { textIn, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { askableBefore, firstAsk, fromGroup, toGroup, type Asks } from './asks.ts'
import { AskRow } from './AskRow.tsx'
import classes from './condition.module.css'

interface Props { question: Question; place: number; put: (next: Partial<Question>, what?: string) => void }

/** When the question is asked: always, or only after certain answers to those before it. */
export function ShowWhen({ question, place, put }: Props) {
  const { t } = useTranslation('surveys')
  const { definition, problems, readOnly } = useBuilder()
  const before = askableBefore(definition.questions, question.id)
  const group = question.condition ?? null
  const wrong = problems.filter(({ path }) => path[0] === 'questions' && path[1] === place && path[2] === 'condition')
  const asks = group === null ? null : fromGroup(group, definition.questions)
  const set = (next: Asks) => put({ condition: toGroup(next, definition.questions) as ConditionGroup }, 'condition')
  if (group === null && before.length === 0) return <p className={classes.note}>{place === 0 ? t('show.first') : t('show.nothingBefore')}</p>
  return (
    <div className={classes.box}>
      <Radio.Group label={t('show.label')} value={group === null ? 'always' : 'when'} onChange={(value) => (value === 'always' ? put({ condition: null }) : before.length > 0 && set({ join: 'and', asks: [firstAsk(before.at(-1)!)] }))}>
        <div className={classes.choice}>
          <Radio value="always" label={t('show.always')} />
          <Radio value="when" label={t('show.when')} />
        </div>
      </Radio.Group>
      {group !== null && (asks === null ? (
        <p className={classes.note}>{t('show.elsewhere')}</p>
      ) : (
        <div className={classes.asks}>
          {asks.asks.length > 1 && <Select size="xs" className={classes.join} aria-label={t('show.join')} data={[{ value: 'and', label: t('show.all') }, { value: 'or', label: t('show.any') }]} value={asks.join} onChange={(value) => value && set({ ...asks, join: value as Asks['join'] })} />}
          {asks.asks.map((ask, at) => {
            const asked = definition.questions.find(({ id }) => id === ask.questionId)
            return (
              // Asks have no ids: their place is what they are.
              // oxlint-disable-next-line react/no-array-index-key
              <div key={at} className={classes.row}>
                <AskRow ask={ask} before={before} change={(next) => set({ ...asks, asks: asks.asks.with(at, next) })} wrong={wrong.some(({ path }) => path[3] === 'rules' && path[4] === at)} />
                {!readOnly && asks.asks.length > 1 && <CloseButton size="sm" aria-label={t('show.remove', { name: asked ? textIn(asked.title, definition.defaultLanguage, definition.defaultLanguage) : ask.questionId })} onClick={() => set({ ...asks, asks: asks.asks.toSpliced(at, 1) })} />}
              </div>
            )
          })}
          {!readOnly && before.length > 0 && <Button type="button" variant="subtle" size="compact-sm" className={classes.add} leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />} onClick={() => set({ ...asks, asks: [...asks.asks, firstAsk(before.at(-1)!)] })}>{t('show.add')}</Button>}
          {wrong.length > 0 && <p className={classes.wrong}>{wrong.some(({ code }) => code === 'condition-later') ? t('show.later') : t('show.unfinished')}</p>}
        </div>
      ))}
    </div>
  )
}
