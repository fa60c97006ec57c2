// A small rich text field (signatures). Loaded with the pages that use it; Tiptap never comes with the first load.
import { Input } from '@mantine/core'
import { Link, RichTextEditor } from '@mantine/tiptap'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './rich-text-styles.ts'
import classes from './rich-text.module.css'

interface Props {
  label: string
  description?: string
  value: string
  onChange: (html: string) => void
  /** At the end of the tool bar; `insert` puts a text where the person writes. */
  children?: (insert: (text: string) => void) => ReactNode
}

export function RichTextField({ label, description, value, onChange, children }: Props) {
  const { t } = useTranslation()
  const labelId = useId()
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: false, heading: false, codeBlock: false, horizontalRule: false }), Link.configure({ openOnClick: false })],
    content: value,
    // Its styles are in rich-text.module.css: the content security policy allows no <style> element.
    injectCSS: false,
    editorProps: { attributes: { 'aria-labelledby': labelId, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? '' : changed.getHTML()),
  })
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a label: the keyboard reaches the field itself */}
      <div id={labelId} className={classes.label} onClick={() => editor?.commands.focus()}>{label}</div>
      {description && <Input.Description className={classes.description}>{description}</Input.Description>}
      <RichTextEditor
        editor={editor}
        className={classes.editor}
        labels={{
          boldControlLabel: t('rich.bold'), italicControlLabel: t('rich.italic'), bulletListControlLabel: t('rich.bullets'), linkControlLabel: t('rich.link'), unlinkControlLabel: t('rich.unlink'),
          linkEditorInputLabel: t('rich.linkAddress'), linkEditorInputPlaceholder: 'https://', linkEditorSave: t('action.save'),
          linkEditorExternalLink: t('rich.linkNewTab'), linkEditorInternalLink: t('rich.linkSameTab'),
        }}
      >
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.BulletList />
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
          </RichTextEditor.ControlsGroup>
          {children?.((text) => editor?.chain().focus().insertContent({ type: 'text', text }).run())}
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content />
      </RichTextEditor>
    </div>
  )
}
