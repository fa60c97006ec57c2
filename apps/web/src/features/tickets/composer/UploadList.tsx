import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { FileChip } from '../FileChip.tsx'
import type { Upload } from './use-uploads.ts'
import classes from './composer.module.css'

export function UploadList({ list, remove }: { list: readonly Upload[]; remove: (key: string) => void }) {
  const { t } = useTranslation()
  const { t: tTickets } = useTranslation('tickets')
  // A picture in the text is seen there; only its failure is said here.
  const shown = list.filter(({ inline, error, done }) => !inline || error !== null || done === null)
  if (shown.length === 0) return null
  return (
    <ul className={classes.uploads} aria-label={tTickets('files.label', { count: shown.length })}>
      {shown.map(({ key, name, type, size, progress, error }) => (
        <li key={key}>
          <FileChip name={name} type={type} size={size} progress={error === null ? progress : undefined} failed={error === null ? undefined : problemText(error, t)} remove={() => remove(key)} />
        </li>
      ))}
    </ul>
  )
}
