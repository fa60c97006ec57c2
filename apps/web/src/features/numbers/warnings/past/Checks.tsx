import { decimalText } from '@kontuar/charts'
import { warningKinds, type WarningKind, type WarningReplay, type WarningSettings } from '@kontuar/contracts'
import { NumberInput, Switch } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { onceIn } from '../words/said.ts'
import { isOn, leastOf, unitOf, withKind } from './draft.ts'
import classes from './past.module.css'

type Check = WarningReplay['checks'][number]
interface Given { draft: WarningSettings; change: (part: Partial<WarningSettings>) => void; checks: readonly Check[] | null; waits: boolean }
/** That sums agree is looked for always: it is about our own work, not about chance. */
const kinds = warningKinds.filter((kind) => kind !== 'sums-healed')

/** Which checks run, what each is able to find here, and from what change on it matters. */
export function Checks({ draft, change, checks, waits }: Given) {
  const { t } = useTranslation('warnings')
  return (
    <section className={classes.checks} aria-labelledby="checks">
      <h2 id="checks" className={classes.title}>{t('checks')}</h2>
      <p className={classes.lead}>{t('checks.text')}</p>
      <ul data-old={waits || undefined}>
        {kinds.map((kind) => (
          <li key={kind} className={classes.check} data-off={!isOn(draft, kind) || undefined}>
            <Switch className={classes.switch} size="sm" aria-label={t('check.on', { name: t(`kind.${kind}`) })} checked={isOn(draft, kind)} onChange={(event) => change({ kinds: withKind(draft, kind, { on: event.currentTarget.checked }) })} />
            <div className={classes.checkWords}>
              <p className={classes.checkName}>{t(`kind.${kind}`)}</p>
              {isOn(draft, kind) && checks !== null && <Able found={checks.filter((check) => check.kind === kind)} />}
            </div>
            {isOn(draft, kind) && <Least draft={draft} kind={kind} change={change} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Of these there is no larger change. */
const never: ReadonlySet<Check['change']> = new Set<Check['change']>(['contacts-stop', 'no-answers-at-all', 'sums-wrong'])

function Able({ found }: { found: readonly Check[] }) {
  const { t } = useTranslation('warnings')
  const locale = currentLocale()
  const number = (value: number) => decimalText(value, Number.isInteger(value) || value >= 10 ? 0 : value < 1 ? 2 : 1, locale)
  if (found.every(({ places }) => places === 0)) return <p className={classes.able}>{t('unwatched')}</p>
  return found.map((check) => {
    const change = t(`change.${check.change}`)
    const once = onceIn(check.level, locale)
    const hours = check.delayDays !== null && check.delayDays < 1 ? Math.max(1, Math.ceil(check.delayDays * 24)) : null
    return (
      <div key={check.change} className={classes.able}>
        {check.detectable && check.delayDays !== null
          ? <p title={t('foundHint')}>{hours === null ? t('found', { change, count: Math.ceil(check.delayDays) }) : t('foundHours', { change, count: hours })}</p>
          : <p className={classes.cannot}><IconEyeOff size={15} stroke={1.5} aria-hidden /> {t(never.has(check.change) || check.volumePerDay === 0 ? 'cannot' : 'cannotSmall', { change })}</p>}
        <p className={classes.soft}>{[t('places', { count: check.places }), t('volume', { n: number(check.volumePerDay) }), check.detectable && check.falseAlarmsPerMonth >= 0.005 ? t('alarms', { n: number(check.falseAlarmsPerMonth) }) : null, check.detectable && once ? t('level', { times: once.times }) : null].filter(Boolean).join(' · ')}</p>
      </div>
    )
  })
}

function Least({ draft, kind, change }: { draft: WarningSettings; kind: WarningKind; change: Given['change'] }) {
  const { t } = useTranslation('warnings')
  const unit = t(`unit.${unitOf(kind)}`)
  return (
    <NumberInput
      size="xs" className={classes.least} label={t('check.least')} aria-label={t('check.leastOf', { name: t(`kind.${kind}`) })} placeholder={t('check.any')} min={0} max={100_000} decimalScale={1} allowNegative={false} suffix={` ${unit}`} hideControls
      value={leastOf(draft, kind) ?? ''} onChange={(value) => change({ kinds: withKind(draft, kind, { threshold: value === '' ? null : Number(value) }) })}
    />
  )
}
