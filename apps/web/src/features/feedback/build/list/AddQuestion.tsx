import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { limits, type QuestionType } from '@kontuar/survey'
import { useTranslation } from 'react-i18next'
import { useBuilder } from '../builder-context.ts'
import { addQuestion, newQuestion } from '../draft/edit-definition.ts'
import { kindGroups, kindIcons } from './question-kinds.ts'
import classes from './list.module.css'

/** Twelve kinds, each with a line that says when it is the right one. The new question comes behind the selected one. */
export function AddQuestion() {
  const { t } = useTranslation('surveys')
  const { definition, change, at, select, say } = useBuilder()
  const wide = useMediaQuery('(min-width: 901px)', true)
  if (definition.questions.length >= limits.questions) return <p className={classes.full}>{t('list.full', { count: limits.questions })}</p>
  const add = (kind: QuestionType) => {
    const question = newQuestion(kind, definition.languages)
    change((draft) => addQuestion(draft, question, at))
    select(question.id, 'field')
    say(t('list.added', { kind: t(`kind.${kind}`) }))
  }
  return (
    <Menu position={wide ? 'right-start' : 'bottom-start'} middlewares={{ flip: true, shift: true, size: { padding: 12 } }} width={340} loop withinPortal={false} floatingStrategy="fixed" returnFocus={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" className={classes.add} data-add leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}>{t('list.add')}</Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.kinds}>
        {kindGroups.map(({ group, kinds }) => [
          <Menu.Label key={group}>{t(`kinds.${group}`)}</Menu.Label>,
          ...kinds.map((kind) => {
            const Icon = kindIcons[kind]
            return (
              <Menu.Item key={kind} data-kind={kind} leftSection={<Icon size={18} stroke={1.5} aria-hidden />} onClick={() => add(kind)}>
                {t(`kind.${kind}`)}
                <span className={classes.about}>{t(`about.${kind}`)}</span>
              </Menu.Item>
            )
          }),
        ])}
      </Menu.Dropdown>
    </Menu>
  )
}
