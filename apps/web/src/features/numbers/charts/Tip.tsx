import type { Hit } from '@kontuar/charts'
import { useTranslation } from 'react-i18next'
import classes from './chart.module.css'

/** What is under the pointer. Under a finger it is a button as well. */
export function Tip({ hit, x, y, width, open }: { hit: Hit; x: number; y: number; width: number; open: (hit: Hit) => void }) {
  const { t } = useTranslation('tiles')
  const side = x > width / 2 ? 'left' : 'right'
  return (
    <div className={classes.tip} data-side={side} style={{ left: x, top: Math.max(0, y - 12) }} aria-hidden>
      <strong>{hit.title}</strong>
      {hit.lines.map((line) => <span key={line}>{line}</span>)}
      {hit.rows && <button type="button" tabIndex={-1} className={classes.tipOpen} onClick={() => open(hit)}>{t('tip.rows')}</button>}
    </div>
  )
}
