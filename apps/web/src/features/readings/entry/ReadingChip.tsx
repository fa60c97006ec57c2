// A quiet mark beside a customer's words: what they feel, as far as it can be read. One click opens the correction, a second one makes it.
import type { Reading, Sentiment } from '@kontuar/contracts'
import { Menu, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { percentOf } from '../mark/percent.ts'
import { SentimentMark } from '../mark/SentimentMark.tsx'
import { decisiveOf } from './decisive.ts'
import { pointOut } from './point-out.ts'
import { useCorrect, type ReadingsOf } from './use-readings.ts'
import classes from './reading.module.css'

const eitherWay = { hover: true, focus: true, touch: false }
const sentiments = ['negative', 'neutral', 'positive'] as const satisfies readonly Sentiment[]

/** @param text what was read; the reading's places are places in it. @param placeOf finds where it is shown, from the chip */
export function ReadingChip({ of, reading, text, placeOf }: { of: ReadingsOf; reading: Reading; text: string; placeOf: (chip: Element) => Element | null }) {
  const { t } = useTranslation('readings')
  const mayCorrect = useCan('ticket.change')
  const correct = useCorrect(of)
  const [open, setOpen] = useState(false)
  const takeAway = useRef<(() => void) | null>(null)
  const { sentiment, by, certain, confidence } = reading
  if (sentiment === null) return null

  const show = (chip: Element) => {
    const decisive = decisiveOf(reading)
    const place = placeOf(chip)
    takeAway.current?.()
    takeAway.current = decisive && place ? pointOut(place, text.slice(decisive.from, decisive.to)) : null
  }
  const hide = () => {
    takeAway.current?.()
    takeAway.current = null
  }
  const pointing = { onMouseEnter: (event: React.MouseEvent) => show(event.currentTarget), onMouseLeave: hide, onFocus: (event: React.FocusEvent) => show(event.currentTarget), onBlur: hide }
  const word = t(`sentiment.${sentiment}`)
  const said = by === 'person' ? t('told.person', { word }) : t(certain ? `told.${by}` : 'told.uncertain', { word, percent: percentOf(confidence ?? 0, currentLocale()) })
  const mark = <SentimentMark sentiment={sentiment} uncertain={!certain} />
  // The colour is no news to those who cannot see it: the tooltip says all of it in words.
  if (!mayCorrect) return <Tooltip label={said} events={eitherWay}><span className={classes.chip} data-still {...pointing}>{mark}</span></Tooltip>
  return (
    <Menu position="bottom-start" loop opened={open} onChange={setOpen} width={230} withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <Tooltip label={said} disabled={open} events={eitherWay}>
          <UnstyledButton className={classes.chip} aria-label={t('chip', { said })} data-reading={reading.id} {...pointing}>{mark}</UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{said}</Menu.Label>
        {sentiments.map((each) => (
          <Menu.Item
            key={each}
            leftSection={<SentimentMark sentiment={each} bare />}
            rightSection={each === sentiment && by === 'person' ? <IconCheck size={14} stroke={1.75} aria-hidden /> : null}
            onClick={() => void correct(reading, { sentiment: each }, t('corrected', { word: t(`sentiment.${each}`) }))}
          >
            {each === sentiment && by !== 'person' ? t(`right.${each}`) : t(`really.${each}`)}
          </Menu.Item>
        ))}
        {by === 'person' && <Menu.Item leftSection={<IconArrowBackUp size={14} stroke={1.5} aria-hidden />} onClick={() => void correct(reading, { sentiment: null })}>{t('takeBack')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
