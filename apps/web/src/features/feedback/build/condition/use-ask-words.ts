import type { ConditionGroup } from '@kontuar/conditions'
import { otherOption, textIn, type Question } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useBuilder } from '../builder-context.ts'
import { fromGroup, rangeOf, type Ask, type How } from './asks.ts'

/** Conditions as they are said. */
export function useAskWords() {
  const { t } = useTranslation('surveys')
  const { definition, language } = useBuilder()
  const titleOf = (question: Question) => textIn(question.title, language, definition.defaultLanguage) || t('list.untitled')
  /** "a low score (0–6)" */
  const how = (way: How, question: Question | undefined): string => {
    const range = question && (way === 'low' || way === 'middle' || way === 'high') ? rangeOf(question, way) : null
    return t(`how.${way}`, { points: range === null ? '' : range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}` })
  }
  const option = (id: string, question: Question | undefined): string => {
    const label = question?.options?.find((each) => each.id === id)?.label
    return label ? textIn(label, language, definition.defaultLanguage) || t('option.untitled') : id === otherOption ? t('option.otherName') : t('show.gone')
  }
  const values = ({ value }: Ask, question: Question | undefined): string => {
    if (value === null) return ''
    if (typeof value === 'string') return t('publish.quoted', { title: value })
    return typeof value[0] === 'number' ? value.join('–') : value.map((id) => option(String(id), question)).join(', ')
  }
  return {
    how, titleOf,
    /** "Only after certain answers. How was it?: a low score (1–2)"; what is more than plain asks is only named. */
    whole(group: ConditionGroup): string {
      const read = fromGroup(group, definition.questions)
      if (read === null || read.asks.length === 0) return t('list.branch')
      const said = read.asks.map((ask) => {
        const question = definition.questions.find(({ id }) => id === ask.questionId)
        const title = question ? titleOf(question) : t('show.gone')
        return `${title}: ${ask.how === 'between' ? values(ask, question) : [how(ask.how, question), values(ask, question)].filter(Boolean).join(' ')}`
      })
      return t('list.branchOn', { asks: new Intl.ListFormat(currentLocale(), { type: read.join === 'and' ? 'conjunction' : 'disjunction' }).format(said) })
    },
  }
}
