// The text as a customer would read it. Read through the editor's own schema, so that nothing but what the editor knows
// is ever put on the page.
import { Link } from '@mantine/tiptap'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './canned.module.css'

export function Preview({ html }: { html: string }) {
  const { t } = useTranslation('canned')
  const editor = useEditor({
    extensions: [StarterKit.configure({ link: false, heading: false, codeBlock: false, horizontalRule: false }), Link.configure({ openOnClick: false })],
    content: html,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { role: 'document', 'aria-label': t('preview') } },
  })
  useEffect(() => {
    editor?.commands.setContent(html, { emitUpdate: false })
  }, [editor, html])
  return (
    <div className={classes.preview}>
      <p className={classes.previewTitle}>{t('preview')}</p>
      <EditorContent editor={editor} />
    </div>
  )
}
