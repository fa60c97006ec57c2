// How tickets of a queue find their owner.
import type { AssignmentRules } from '@kontuar/contracts'
import { Checkbox, NumberInput, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import shared from '../settings.module.css'
import classes from './queues.module.css'

const modes = ['hand', 'pull', 'round-robin', 'least-loaded'] as const
const skills = ['language', 'channel', 'product'] as const

export function AssignmentField({ value, change }: { value: AssignmentRules; change: (rules: AssignmentRules) => void }) {
  const { t } = useTranslation('queues')
  const chosen = value.skills ?? []
  return (
    <div className={classes.assignment}>
      <Radio.Group label={t('mode')} value={value.mode} onChange={(mode) => change({ ...value, mode: mode as AssignmentRules['mode'] })}>
        <div className={shared.checks}>
          {modes.map((mode) => <Radio key={mode} value={mode} label={t(`mode.${mode}`)} description={t(`modeText.${mode}`)} />)}
        </div>
      </Radio.Group>
      {value.mode !== 'hand' && (
        <>
          <Checkbox.Group label={t('skills')} description={t('skillsHint')} value={[...chosen]} onChange={(next) => change({ ...value, skills: skills.filter((skill) => next.includes(skill)) })}>
            <div className={shared.checks}>
              {skills.map((skill) => <Checkbox key={skill} value={skill} label={t(`skill.${skill}`)} description={t(`skillText.${skill}`)} />)}
            </div>
          </Checkbox.Group>
          <NumberInput className={shared.narrow} label={t('sticky')} description={t('stickyHint')} suffix={t('days')} min={0} max={3650} allowDecimal={false} value={value.stickyDays ?? 0} onChange={(days) => change({ ...value, stickyDays: Number(days) || 0 })} />
        </>
      )}
      <NumberInput
        className={shared.narrow}
        label={t('away')}
        description={t('awayHint')}
        placeholder={t('awayNever')}
        suffix={t('minutes')}
        min={1}
        max={10_080}
        allowDecimal={false}
        value={value.awayMinutes ?? ''}
        onChange={(minutes) => change({ ...value, awayMinutes: minutes === '' ? null : Math.max(1, Number(minutes)) })}
      />
    </div>
  )
}
