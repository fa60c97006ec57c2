import { readTextBlocks, type Words as Said } from '@kontuar/charts'
import { joinedLists } from './joined-lists.ts'
import classes from './blocks.module.css'

const Line = ({ words }: { words: readonly Said[] }) => words.map(({ text, bold, link }, index) => {
  const said = link === null ? text : <a href={link} target="_blank" rel="noreferrer noopener">{text}</a>
  return bold ? <strong key={index}>{said}</strong> : <span key={index}>{said}</span>
})

/** A text of the author. */
export function Words({ text }: { text: string }) {
  return (
    <div className={classes.words}>
      {joinedLists(readTextBlocks(text)).map(({ kind, items }, index) => {
        if (kind === 'paragraph') return <p key={index}><Line words={items[0]!} /></p>
        const List = kind === 'bullet' ? 'ul' : 'ol'
        return <List key={index}>{items.map((words, item) => <li key={item}><Line words={words} /></li>)}</List>
      })}
    </div>
  )
}
