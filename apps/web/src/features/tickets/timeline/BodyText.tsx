import type { Interaction } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linked, textParts, type TextPart } from './text-parts.ts'
import classes from './body.module.css'

function Text({ text }: { text: string }) {
  return linked(text).map(({ text: piece, href }, index) => (href ? <a key={index} href={href} target="_blank" rel="noreferrer noopener">{piece}</a> : piece))
}

function Folded({ part }: { part: TextPart }) {
  const { t } = useTranslation('tickets')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={classes.fold} aria-expanded={open} aria-label={t(`fold.${part.kind as 'quote' | 'signature'}`)} title={t(`fold.${part.kind as 'quote' | 'signature'}`)} onClick={() => setOpen(!open)}>
        •••
      </button>
      {open && (
        <div className={classes.folded}>
          <Text text={part.text.trim()} />
        </div>
      )}
    </>
  )
}

/** The words of a message; quotes and signature wait behind "•••". */
export function BodyText({ text, folds }: { text: string; folds: Interaction['folds'] }) {
  const { t } = useTranslation('tickets')
  const parts = textParts(text, folds)
  if (parts.every(({ text: piece }) => piece.trim() === '')) return <p className={classes.nothing}>{t('entry.noText')}</p>
  return (
    <div className={classes.text} dir="auto">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          <div key={index} className={classes.words}>
            <Text text={part.text.trim()} />
          </div>
        ) : (
          <Folded key={index} part={part} />
        ),
      )}
    </div>
  )
}
