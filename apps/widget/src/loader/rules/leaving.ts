/*
 * Somebody is about to leave. With a mouse: it goes out over the top, towards tabs and address. By touch there is no such sign; who has
 * read down and then scrolls up fast is on the way to the menu or the address bar. "Back" is never caught: it belongs to the visitor.
 */

/** Pixels of one move up, and the milliseconds it may take. */
const fastUp = { pixels: 350, ms: 300 }
/** Share of the page that was read before. */
const readBefore = 0.25

/** Answers a function that is told each position of scrolling, and says whether that was a leaving. */
export function watchScroll(): (y: number, height: number, now: number) => boolean {
  let deepest = 0
  let from = { y: 0, at: 0 }
  return (y, height, now) => {
    deepest = Math.max(deepest, height === 0 ? 0 : y / height)
    if (y > from.y || now - from.at > fastUp.ms) from = { y, at: now }
    return deepest >= readBefore && from.y - y >= fastUp.pixels
  }
}
