// The rich text field. Its content belongs to the editor; others read and set it through the handle.
import { EditorContent, useEditor, type Editor as TiptapEditor } from '@tiptap/react'
import { useEffect, useImperativeHandle, useState, type Ref } from 'react'
import { extensions } from './editor-extensions.ts'
import { Toolbar } from './Toolbar.tsx'
import classes from './editor.module.css'

export interface EditorHandle {
  html(): string
  text(): string
  isEmpty(): boolean
  set(html: string): void
  focus(): void
  insert(text: string): void
  picture(address: string, name: string): void
}

interface Given { handle: Ref<EditorHandle>; initial?: string; label: string; placeholder: string; changed: () => void; files: (files: Iterable<File>, inline: boolean) => void; note?: boolean }

export function Editor({ handle, initial = '', label, placeholder, changed, files, note = false }: Given) {
  const [empty, setEmpty] = useState(initial === '')
  const taken = (list: FileList | undefined) => {
    if (!list || list.length === 0) return false
    files(list, true)
    return true
  }
  const editor = useEditor({
    extensions,
    content: initial,
    // The style element Tiptap would write is forbidden by the content security policy; editor.module.css has its rules.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: classes.field! },
      handlePaste: (_, event) => taken(event.clipboardData?.files),
      handleDrop: (_, event) => taken(event.dataTransfer?.files),
    },
    onCreate: ({ editor: made }) => setEmpty(made.isEmpty),
    onUpdate: ({ editor: now }) => {
      setEmpty(now.isEmpty)
      changed()
    },
  })
  useEffect(() => {
    editor?.setOptions({ editorProps: { ...editor.options.editorProps, attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: classes.field! } } })
  }, [editor, label])
  useImperativeHandle(handle, () => handleOf(editor, setEmpty), [editor])

  return (
    <div className={classes.editor} data-note={note || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a larger target for the mouse; the keyboard has the field itself */}
      <div className={classes.page} onMouseDown={(event) => {
        // A click below the last line also means the text.
        if (event.target === event.currentTarget) {
          event.preventDefault()
          editor?.commands.focus('end')
        }
      }}>
        {empty && <div className={classes.placeholder} aria-hidden>{placeholder}</div>}
        <EditorContent editor={editor} />
      </div>
      {editor && <Toolbar editor={editor} files={files} />}
    </div>
  )
}

function handleOf(editor: TiptapEditor | null, setEmpty: (empty: boolean) => void): EditorHandle {
  return {
    html: () => editor?.getHTML() ?? '',
    text: () => editor?.getText({ blockSeparator: '\n' }) ?? '',
    isEmpty: () => editor?.isEmpty ?? true,
    set: (html) => {
      editor?.commands.setContent(html, { emitUpdate: false })
      setEmpty(editor?.isEmpty ?? true)
    },
    focus: () => editor?.commands.focus('end'),
    insert: (text) => editor?.commands.insertContent(text.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])])),
    picture: (address, name) => editor?.chain().focus().setImage({ src: address, alt: name }).run(),
  }
}
