// How a report looks as a mail. Tables and inline styles, since Outlook lays out by Word; every colour with its ground beside it, so that
// clients which darken a mail by themselves keep the contrast. One column: a phone is 390 px wide.
import { lightLook } from '@kontuar/charts'
import { trusted } from '@kontuar/pages'

export const colours = { ink: lightLook.ink, soft: lightLook.soft, line: lightLook.lineStrong, ground: '#fbfaf7', card: '#ffffff', accent: lightLook.accent, good: lightLook.good, bad: lightLook.bad, own: '#e7efee' }
export const font = trusted("font-family:Inter,'Segoe UI',system-ui,-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif")
/** The width of what stands in it, and of the pictures, in CSS pixels. */
export const wide = 600
export const inside = 552

export const styles = trusted([
  'body{margin:0;padding:0}table{border-collapse:collapse}img{border:0;max-width:100%!important;height:auto!important}a{text-decoration:underline}',
  '@media only screen and (max-width:620px){.pad{padding-left:18px!important;padding-right:18px!important}.title{font-size:23px!important;line-height:29px!important}}',
  '@media(prefers-color-scheme:dark){.ground{background:#161513!important}.card{background:#1e1d1a!important}.ink{color:#ece8e2!important}.soft{color:#b0a99f!important}.line{border-color:#433f39!important}.own{background:#1c2a29!important}.good{color:#86c78f!important}.bad{color:#f0897e!important}.picture{background:#ffffff!important;padding:8px!important;border-radius:6px}.track{background:#33302b!important}a.link{color:#6cc0ba!important}}',
].join(''))
