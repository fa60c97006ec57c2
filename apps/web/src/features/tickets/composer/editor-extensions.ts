import Image from '@tiptap/extension-image'
import StarterKit from '@tiptap/starter-kit'
import { UnfilledMarks } from './unfilled-marks.ts'
import { fileAddress } from './use-uploads.ts'

// Only pictures that were uploaded here: a pasted address of somebody else's server would be blocked for the reader and
// would tell that server who reads.
const OwnImage = Image.extend({
  parseHTML: () => [{ tag: `img[src^="${fileAddress('x').slice(0, -1)}"]` }],
})

export const extensions = [
  StarterKit.configure({
    heading: false,
    codeBlock: false,
    code: false,
    horizontalRule: false,
    strike: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: 'noreferrer' } },
  }),
  OwnImage.configure({ inline: true, allowBase64: false }),
  UnfilledMarks,
]
