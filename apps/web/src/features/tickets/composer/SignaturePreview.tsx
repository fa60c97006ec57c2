import { useTranslation } from 'react-i18next'
import { textOfHtml } from './text-of-html.ts'
import classes from './composer.module.css'

/** What will stand below the text: the person's signature, then the mailbox's. */
export function SignaturePreview({ staff, mailbox }: { staff: string; mailbox: string }) {
  const { t } = useTranslation('tickets')
  const text = [staff, mailbox].map(textOfHtml).filter(Boolean).join('\n')
  if (text === '') return null
  return (
    <div className={classes.signature} role="note" aria-label={t('composer.signature')}>
      {text}
    </div>
  )
}
