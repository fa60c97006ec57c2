import { ActionIcon, FileButton, Tooltip } from '@mantine/core'
import { IconBlockquote, IconBold, IconItalic, IconList, IconListNumbers, IconMessage2Bolt, IconPaperclip, type TablerIcon } from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { LinkControl } from './LinkControl.tsx'
import classes from './editor.module.css'

function Tool({ icon: Icon, label, keys, on, run }: { icon: TablerIcon; label: string; keys?: string; on?: boolean; run: () => void }) {
  return (
    <Tooltip label={<span className={classes.tip}>{label} {keys && <KeyboardHint keys={keys} />}</span>}>
      {/* The field keeps the focus and its selection. */}
      <ActionIcon size={28} aria-label={label} aria-pressed={on} data-on={on || undefined} className={classes.tool} onMouseDown={(event) => event.preventDefault()} onClick={run}>
        <Icon size={17} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  )
}

export function Toolbar({ editor, files, openCanned }: { editor: Editor; files: (files: Iterable<File>, inline: boolean) => void; openCanned?: (() => void) | undefined }) {
  const { t } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ bold: now.isActive('bold'), italic: now.isActive('italic'), bullets: now.isActive('bulletList'), numbers: now.isActive('orderedList'), quote: now.isActive('blockquote') }),
  })
  const chain = () => editor.chain().focus()
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('format.label')}>
      <Tool icon={IconBold} label={t('format.bold')} keys="mod+b" on={on.bold} run={() => chain().toggleBold().run()} />
      <Tool icon={IconItalic} label={t('format.italic')} keys="mod+i" on={on.italic} run={() => chain().toggleItalic().run()} />
      <Tool icon={IconList} label={t('format.bullets')} on={on.bullets} run={() => chain().toggleBulletList().run()} />
      <Tool icon={IconListNumbers} label={t('format.numbers')} on={on.numbers} run={() => chain().toggleOrderedList().run()} />
      <Tool icon={IconBlockquote} label={t('format.quote')} on={on.quote} run={() => chain().toggleBlockquote().run()} />
      <LinkControl editor={editor} />
      <span className={classes.divider} />
      {openCanned && <Tool icon={IconMessage2Bolt} label={tTicket('canned.title')} keys="/" run={openCanned} />}
      <FileButton multiple onChange={(list) => files(list, false)}>
        {(props) => (
          <Tooltip label={t('files.attach')}>
            <ActionIcon size={28} aria-label={t('files.attach')} className={classes.tool} {...props}>
              <IconPaperclip size={17} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
    </div>
  )
}
