// Shows {{variables}} that nothing has filled in, so that none is sent unseen.
import { Extension } from '@tiptap/core'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

function marks({ doc }: EditorState): DecorationSet {
  const found: Decoration[] = []
  doc.descendants((node, at) => {
    for (const match of node.text?.matchAll(/\{\{\s*[\w.]+\s*\}\}/g) ?? []) found.push(Decoration.inline(at + match.index, at + match.index + match[0].length, { class: 'kontuar-unfilled' }))
  })
  return DecorationSet.create(doc, found)
}

export const UnfilledMarks = Extension.create({
  name: 'unfilledMarks',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: marks } })],
})
