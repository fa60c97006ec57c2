import classes from './tile.module.css'

/** A few words of the organization's own. */
export const TextTile = ({ text }: { text: string }) => <p className={classes.words}>{text}</p>
