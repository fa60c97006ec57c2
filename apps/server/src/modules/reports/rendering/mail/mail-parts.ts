// The pieces a mail is built of.
import { markOf, readTextBlocks, safeLink, type Words } from '@kontuar/charts'
import { html, type Html, type Piece } from '@kontuar/pages'
import { clean, oneLine } from './clean.ts'
import { colours, font } from './mail-look.ts'

interface RowStyle { size?: number; colour?: string; top?: number; bottom?: number; weight?: number; class?: string }
/** One row of the mail. */
export const row = (content: Piece, { size = 15, colour = colours.ink, top = 0, bottom = 0, weight = 400, class: name }: RowStyle = {}): Html =>
  html`<tr><td class="pad ${name ?? (colour === colours.soft ? 'soft' : 'ink')}" style="${font};font-size:${size}px;line-height:${Math.round(size * 1.5)}px;color:${colour};font-weight:${weight};padding:${top}px 24px ${bottom}px;word-break:break-word;overflow-wrap:anywhere">${content}</td></tr>`
export const heading = (title: string): Html => html`<tr><td class="pad ink" style="${font};padding:30px 24px 8px;word-break:break-word;overflow-wrap:anywhere"><h2 class="ink" style="${font};font-size:18px;line-height:25px;font-weight:600;color:${colours.ink};margin:0">${oneLine(title)}</h2></td></tr>`
export const link = (url: string, said: string): Html => html`<a class="link" href="${url}" style="color:${colours.accent}">${said}</a>`
export const notes = (texts: readonly string[]): Html[] => texts.map((text, index) => row(oneLine(text), { size: 13, colour: colours.soft, top: index === 0 ? 6 : 0 }))

const said = (words: readonly Words[]): Piece[] => words.map(({ text, bold, link: address }) => {
  const url = address === null ? null : safeLink(address)
  const broken = clean(text).split('\n').map((line, index): Piece => (index === 0 ? line : html`<br>${line}`))
  const inner = bold ? html`<strong>${broken}</strong>` : html`${broken}`
  return url === null ? inner : html`<a class="link" href="${url}" style="color:${colours.accent}">${inner}</a>`
})

/** Lists as rows of two cells: Word's margins of lists differ from everybody's. */
export const rich = (text: string, top = 0): Html[] => readTextBlocks(clean(text)).map((block, index) => (block.kind === 'paragraph'
  ? row(html`${said(block.words)}`, { top: index === 0 ? top : 8 })
  : row(html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="soft" valign="top" width="22" style="${font};font-size:15px;line-height:22px;color:${colours.soft}">${markOf(block)}</td><td class="ink" style="${font};font-size:15px;line-height:22px;color:${colours.ink}">${said(block.words)}</td></tr></table>`, { top: index === 0 ? top : 4 })))
