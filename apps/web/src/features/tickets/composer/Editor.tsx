// The rich text field. Its content belongs to the editor; others read and set it through the handle.
import { EditorContent, useEditor, type Editor as TiptapEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useImperativeHandle, useState, type Ref } from 'react'
import { extensions } from './editor-extensions.ts'
import { triggerIn, type Trigger } from './trigger.ts'
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
  /** Puts HTML in place of so many signs before the cursor. */
  replaceBefore(length: number, html: string): void
  /** Back into the field, where the cursor was. */
  refocus(): void
}

interface Given { handle: Ref<EditorHandle>; initial?: string; label: string; placeholder: string; changed: () => void; files: (files: Iterable<File>, inline: boolean) => void; note?: boolean; asked?: (trigger: Trigger | null) => void; keyFirst?: (event: KeyboardEvent) => boolean; openCanned?: () => void }

export function Editor({ handle, initial = '', label, placeholder, changed, files, note = false, asked, keyFirst, openCanned }: Given) {
  const [empty, setEmpty] = useState(initial === '')
  const first = useEffectEvent((event: KeyboardEvent) => keyFirst?.(event) ?? false)
  const ask = useEffectEvent((now: TiptapEditor) => asked?.(triggerAt(now)))
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
    // Before the editor: Enter in an open list must not also begin a new line.
    const dom = editor?.view.dom
    const before = (event: KeyboardEvent) => void first(event)
    const moved = () => editor && ask(editor)
    dom?.addEventListener('keydown', before, true)
    editor?.on('selectionUpdate', moved)
    editor?.on('update', moved)
    return () => {
      dom?.removeEventListener('keydown', before, true)
      editor?.off('selectionUpdate', moved)
      editor?.off('update', moved)
    }
  }, [editor])
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
      {editor && <Toolbar editor={editor} files={files} openCanned={openCanned} />}
    </div>
  )
}

function triggerAt({ state, isFocused }: TiptapEditor): Trigger | null {
  const { $from, empty } = state.selection
  return empty && isFocused ? triggerIn($from.parent.textBetween(0, $from.parentOffset, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '\ufffc'))) : null
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
    replaceBefore: (length, html) => {
      const at = editor?.state.selection.from ?? 0
      editor?.chain().focus().insertContentAt({ from: at - length, to: at }, html).run()
    },
    refocus: () => editor?.commands.focus(),
  }
}
