import { IconCheck, IconPlayerPause, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../../api/desk.ts'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { ClockRing } from '../../../../ui/clock/ClockRing.tsx'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { stepLine, type ClockStep, type ExplainedClock } from './clock-steps.ts'
import classes from './clocks.module.css'

const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const

/** A span that shows the same minute twice says nothing. */
const worthSaying = ({ from, to, countedSeconds, kind }: ClockStep) => countedSeconds > 0 || from === to || kind === 'holiday' || Date.parse(to) - Date.parse(from) >= 60_000

/** One clock: how it stands, and on demand why it ends when it ends. */
export function ClockRow({ clock }: { clock: ExplainedClock }) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const words = useClockWords()
  const named = useNamed()
  const statuses = useStatuses()
  const [why, setWhy] = useState(false)
  const steps = useId()
  const statusName = (key: string) => {
    // The steps name a status as the organization wrote it, the clock by its key.
    const found = statuses.find((status) => status.key === key) ?? statuses.find((status) => status.name === key)
    return found ? named('status', found) : key
  }
  const used = words.hours((clock.usedSeconds ?? 0) * 1000)
  const target = words.hours(clock.targetSeconds * 1000)
  const name = clock.kind === 'status' && clock.status !== null ? t('clocks.inStatus', { status: statusName(clock.status) }) : tCommon(`clock.kind.${clock.kind}`)
  return (
    <li className={classes.clock} data-state={clock.state}>
      <div className={classes.line}>
        <span className={classes.name}>{name}</span>
        {clock.steps.length > 0 && (
          <button type="button" className={classes.why} aria-expanded={why} aria-controls={steps} onClick={() => setWhy(!why)}>
            {why ? t('clocks.hideWhy') : t('clocks.why')}
          </button>
        )}
      </div>
      <div className={classes.how}>
        {clock.state === 'running' && clock.dueAt !== null && <ClockRing from={clock.startedAt} due={clock.dueAt} />}
        {clock.state === 'running' && clock.dueAt !== null && <span className={classes.at}>{words.exact(new Date(clock.dueAt))}</span>}
        {clock.state === 'paused' && <><IconPlayerPause {...icon} /> <span>{t('clocks.paused', { used, target })}</span></>}
        {clock.state === 'met' && <><IconCheck {...icon} /> <span>{clock.usedSeconds === null ? t('clocks.met') : t('clocks.metIn', { used, target })}</span></>}
        {clock.state === 'missed' && <><IconX {...icon} /> <span>{clock.usedSeconds === null ? t('clocks.missed') : t('clocks.missedBy', { used, target })}</span></>}
      </div>
      {why && (
        <div id={steps} className={classes.steps}>
          <p>{t('clocks.policy', { policy: clock.policyName, target })}</p>
          <ol>
            {clock.steps.filter(worthSaying).map((step, index) => {
              const line = stepLine(step, { t, locale: currentLocale(), timeZone, duration: words.hours, statusName })
              return (
                // oxlint-disable-next-line react/no-array-index-key -- steps have no identity but their place
                <li key={index} data-counted={line.counted || undefined}>
                  {line.when !== '' && <span className={classes.when}>{line.when}</span>} <span>{line.words}</span>
                </li>
              )
            })}
          </ol>
          {!clock.asStored && <p role="alert" className={classes.differs}>{t('clocks.differs')}</p>}
        </div>
      )}
    </li>
  )
}
