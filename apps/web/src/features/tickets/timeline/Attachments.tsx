import { getAttachment, type Attachment, type Interaction } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../api/api.ts'
import { FileChip } from '../FileChip.tsx'
import classes from './body.module.css'

const isPicture = ({ type }: Attachment) => /^image\/(?:png|jpeg|gif|webp|avif)$/i.test(type)

/** Files of a message. Pictures that stand in its HTML are not named again while the HTML is shown. */
export function Attachments({ entry, asHtml }: { entry: Interaction; asHtml: boolean }) {
  const { t } = useTranslation('tickets')
  const files = entry.attachments.filter((file) => !(asHtml && file.inline && file.contentId !== null))
  if (files.length === 0) return null
  const pictures = files.filter(isPicture)
  return (
    <div className={classes.attachments}>
      {pictures.length > 0 && (
        <div className={classes.pictures}>
          {pictures.map((file) => (
            <a key={file.id} href={apiPath(getAttachment, { id: file.id })} target="_blank" rel="noreferrer" className={classes.picture} title={file.name}>
              <img src={apiPath(getAttachment, { id: file.id })} alt={file.name} loading="lazy" />
            </a>
          ))}
        </div>
      )}
      <ul className={classes.files} aria-label={t('files.label', { count: files.length })}>
        {files.map((file) => (
          <li key={file.id}>
            <FileChip name={file.name} type={file.type} size={file.size} href={apiPath(getAttachment, { id: file.id })} />
          </li>
        ))}
      </ul>
    </div>
  )
}
