// How a page will look in this colour, light and dark, with the contrast that was reached: pages correct a colour that cannot be
// read (apps/pages/src/look/colours.ts), and here one sees how.
import { contrast, grounds, paint, readColour } from '@kontuar/pages'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import classes from './feedback.module.css'

const themes = ['light', 'dark'] as const
const inks = { light: '#1d1c1a', dark: '#eceae6' } as const

export function LookSample({ colour, name, logo }: { colour: string; name: string; logo: string | null }) {
  const { t } = useTranslation('inviting')
  const ratio = (a: string, b: string) => new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 1 }).format(contrast(readColour(a)!, readColour(b)!))
  return (
    <div className={classes.samples} role="group" aria-label={t('sample')}>
      {themes.map((theme) => {
        const ground = grounds[theme]
        const { fill, on, line, over, link } = paint(colour, ground)
        const corrected = link.toLowerCase() !== colour.toLowerCase()
        return (
          <figure key={theme} className={classes.sample}>
            <div className={classes.card} style={{ background: ground, color: inks[theme] }}>
              {logo === null ? <b>{name}</b> : <img src={`/p/logo/${logo}`} alt="" height={24} />}
              <div className={classes.scale} aria-hidden>{['3', '4', '5'].map((point) => <span key={point} style={point === '5' ? { background: line, color: over, borderColor: line } : { borderColor: `${inks[theme]}55` }}>{point}</span>)}</div>
              <span className={classes.button} style={{ background: fill, color: on, outline: `1px solid ${line}` }}>{t('sampleButton')}</span>
              <span className={classes.link} style={{ color: link }}>{t('sampleLink')}</span>
            </div>
            <figcaption>
              {t(`theme.${theme}`)}: {t('contrast', { button: ratio(fill, on), link: ratio(link, ground) })} {corrected && t(theme === 'light' ? 'corrected.light' : 'corrected.dark')}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}
