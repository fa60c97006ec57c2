/*
 * The one style sheet, inside the page: no second request before the first paint. System fonts, one column, light and
 * dark each with its own colours, logical sides (start, end) so that right-to-left needs no rule of its own.
 * No style attribute anywhere: the policy allows this sheet by its digest and nothing else.
 */
import { hash } from 'node:crypto'
import { grounds, paint, type Paint } from './colours.ts'

export interface Sheet { css: string; /** As a Content-Security-Policy names it. */ source: string }

const kept = new Map<string, Sheet>()

/** @param colour `#rrggbb` */
export function sheetOf(colour: string): Sheet {
  const known = kept.get(colour)
  if (known) return known
  const css = rules.replace('LIGHT', variables(paint(colour, grounds.light))).replace('DARK', variables(paint(colour, grounds.dark)))
  const sheet = { css, source: `'sha256-${hash('sha256', css, 'base64')}'` }
  // An organization has one colour; whoever tries out thousands in the preview shall not fill the memory.
  if (kept.size >= 500) kept.clear()
  kept.set(colour, sheet)
  return sheet
}

const variables = ({ fill, on, line, over, link }: Paint) => `--fill:${fill};--on:${on};--line:${line};--over:${over};--link:${link}`

const rules = `
:root{color-scheme:light dark;--ground:#fbfaf7;--paper:#fff;--ink:#1d1c1a;--soft:#5f5b53;--edge:#857f74;--hair:#e4e0d7;--bad:#b3261e;LIGHT}
@media(prefers-color-scheme:dark){:root{--ground:#1b1a18;--paper:#242320;--ink:#f0ede6;--soft:#b9b3a7;--edge:#918b7f;--hair:#3b3934;--bad:#ff9c91;DARK}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;background:var(--ground);color:var(--ink)}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;overflow-wrap:break-word}
header,main,footer{width:100%;max-width:38rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;padding-top:1.25rem;padding-bottom:1.25rem}
main{flex:1 0 auto}
h1{font-size:1.625rem;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:.5rem 0 .75rem;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.35;font-weight:650;margin:2rem 0 .375rem}
p{margin:0 0 .75rem;text-wrap:pretty}
a{color:var(--link);text-underline-offset:.15em}
.who{display:flex;align-items:center;gap:.6rem;font-weight:600}
.who img{display:block;max-height:3rem;max-width:11rem;width:auto;height:auto}
.mark{flex:none;width:.85rem;height:.85rem;border-radius:.25rem;background:var(--fill);border:1px solid var(--line)}
.tongues{display:flex;flex-wrap:wrap;gap:.25rem .9rem;font-size:.875rem}
.tongues a,.tongues span{padding:.25rem 0;min-height:1.5rem}
.tongues span{color:var(--soft)}
.lead{font-size:1.0625rem}
.meta,.help,.step,footer{color:var(--soft);font-size:.9375rem}
.help{margin:0 0 .75rem}
.note{border-inline-start:3px solid var(--line);padding:.125rem 0 .125rem .75rem;padding-inline:.75rem 0}
.step{display:flex;align-items:center;gap:.75rem;margin:0 0 .5rem;font-variant-numeric:tabular-nums}
.bar{flex:1;height:.25rem;max-width:8rem;border:0;border-radius:.25rem;background:var(--hair);appearance:none;overflow:hidden}
.bar::-webkit-progress-bar{background:var(--hair)}
.bar::-webkit-progress-value{background:var(--line)}
.bar::-moz-progress-bar{background:var(--line)}
.q{border:0;margin:0;padding:1.25rem 0 0;min-width:0;display:flow-root}
.q+.q{margin-top:2rem;padding-top:2rem;border-top:1px solid var(--hair)}
legend{float:left}
legend~*{clear:both}
legend,.title{display:block;width:100%;padding:0;margin:0 0 .875rem;font-size:1.1875rem;line-height:1.35;font-weight:600;text-wrap:pretty}
.helped legend,.helped .title{margin-bottom:.25rem}
.req{font-size:.8125rem;font-weight:400;color:var(--soft);white-space:nowrap;margin-inline-start:.35em}
.away{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scale{font-size:.9375rem;display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:2px}
.scale label{position:relative;display:block;cursor:pointer}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale label>span{display:flex;align-items:center;justify-content:center;min-height:3rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--paper);font-variant-numeric:tabular-nums;transition:background-color .12s}
.scale label:hover>span{border-color:var(--line);box-shadow:inset 0 0 0 1px var(--line)}
.scale input:checked+span{background:var(--line);color:var(--over);border-color:var(--line);box-shadow:0 0 0 1px var(--line);font-weight:700}
.scale input:focus-visible+span,a:focus-visible,button:focus-visible,textarea:focus-visible,input:focus-visible,.alert:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.scale.five{gap:.375rem;font-size:1rem}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.5rem 0 0;font-size:.875rem;color:var(--soft);line-height:1.35}
.ends span{max-width:48%}
.ends span+span{text-align:end}
.pics,.pics~p{max-width:28rem}
.pics{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:.25rem}
.pics label{position:relative;display:flex;flex-direction:column;align-items:center;gap:.25rem;padding:.5rem .125rem;border-radius:.5rem;cursor:pointer;font-size:clamp(.75rem,3.6vw,.9375rem);line-height:1.25;text-align:center;hyphens:auto}
.pics label>span{max-width:100%;overflow-wrap:anywhere}
.pics input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.pics svg{width:100%;max-width:3rem;height:auto;fill:var(--paper);stroke:var(--edge);stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.pics label:hover svg{stroke:var(--line)}
.pics input:checked~span{font-weight:700}
.pics input:focus-visible~svg{outline:3px solid var(--link);outline-offset:2px;border-radius:.5rem}
.faces input:checked~svg{fill:var(--line);stroke:var(--line)}
.faces input:checked~svg .in{stroke:var(--over)}
.faces .in{fill:none;stroke:var(--soft)}
.stars input:checked~svg{fill:var(--line);stroke:var(--line)}
.stars label:has(~label input:checked) svg{fill:var(--line);stroke:var(--line)}
.told{min-height:1.5rem;margin:.375rem 0 0;text-align:center;font-weight:600}
.told span{display:none}
.q:has([value="1"]:checked)>.told .p1,.q:has([value="2"]:checked)>.told .p2,.q:has([value="3"]:checked)>.told .p3,.q:has([value="4"]:checked)>.told .p4,.q:has([value="5"]:checked)>.told .p5,.q:has([value="6"]:checked)>.told .p6,.q:has([value="7"]:checked)>.told .p7{display:inline}
.rows{display:grid;gap:.5rem}
.row{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;padding:.5rem .875rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--paper);cursor:pointer}
.row:hover{border-color:var(--line);box-shadow:inset 0 0 0 1px var(--line)}
.row:has(input:checked){border-color:var(--line);box-shadow:inset 0 0 0 1px var(--line);font-weight:600}
.row input,.cell input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--link)}
.consent{align-items:flex-start}
.consent input{margin-top:.15rem}
.consent:has(input:checked){font-weight:400}
.else{margin:.625rem 0 0}
.else label{display:block;font-size:.9375rem;margin-bottom:.25rem}
@supports selector(:has(*)){.else{display:none}.q:has(.other:checked) .else{display:block}}
textarea,input[type=text]{display:block;width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:.5rem;padding:.625rem .75rem}
textarea{min-height:7.5rem;resize:vertical}
input[type=text]{min-height:2.75rem}
input[type=file]{display:block;width:100%;font:inherit;color:inherit;padding:.625rem .75rem;border:1px dashed var(--edge);border-radius:.5rem;background:var(--paper)}
input::file-selector-button{font:inherit;font-size:.9375rem;margin-inline-end:.75rem;padding:.375rem .75rem;border:1px solid var(--edge);border-radius:.375rem;background:var(--ground);color:inherit;cursor:pointer}
.count{min-height:1.35rem;margin:.25rem 0 0;font-size:.875rem;color:var(--soft)}
.over,.error{color:var(--bad)}
.error{display:flex;gap:.5rem;margin:0 0 .75rem;font-weight:600}
.error::before,.alert h2::before{content:"!" / "";flex:none;display:inline-grid;place-items:center;width:1.25rem;height:1.25rem;margin-top:.125rem;border-radius:50%;background:var(--bad);color:var(--ground);font-size:.875rem;font-weight:700;line-height:1}
.alert{margin:0 0 1.5rem;padding:.875rem 1rem;border:2px solid var(--bad);border-radius:.5rem;background:var(--paper)}
.alert h2{display:flex;gap:.5rem;margin:0;font-size:1.0625rem}
.alert ul{margin:.5rem 0 0;padding:0;list-style:none}
.alert li{padding:.25rem 0}
.grid{display:grid;gap:1.25rem}
.cells{display:grid;gap:.5rem}
.cell{position:relative;display:flex;align-items:center;gap:.75rem;min-height:2.75rem;padding:.375rem .875rem;border:1px solid var(--edge);border-radius:.5rem;background:var(--paper);cursor:pointer}
.of{margin:0 0 .375rem;font-weight:600}
.heads{display:none}
.go{display:flex;flex-wrap:wrap;gap:.75rem;margin:2rem 0 0}
button,.link{font:inherit;font-weight:600;min-height:3rem;padding:.625rem 1.75rem;border-radius:.5rem;border:1px solid var(--line);background:var(--fill);color:var(--on);cursor:pointer;text-align:center;text-decoration:none}
.link+.link{background:var(--ground);color:inherit}
button:hover{box-shadow:0 0 0 2px var(--line)}
.quiet{background:transparent;border-color:var(--edge);color:var(--ink)}
.links{display:grid;gap:.5rem;padding:0;margin:.75rem 0 0;list-style:none}
.links .link{display:block;background:var(--paper);color:var(--link);border-color:var(--edge)}
footer{margin-top:2.5rem;padding-top:1rem;padding-bottom:1.75rem}
footer::before{content:"";display:block;border-top:1px solid var(--hair);margin-bottom:1rem}
footer p{margin:0 0 .25rem}
footer a{color:inherit;display:inline-block;padding:.25rem 0}
.embed{min-height:0}
.embed header{padding-top:.75rem;padding-bottom:.5rem}
.embed footer{margin-top:1.25rem;padding-bottom:.75rem}
@media(min-width:30rem){header{padding-top:2rem}h1{font-size:1.875rem}.scale{gap:.25rem;font-size:1rem}}
@media(min-width:40rem){
.wide{gap:0}
.wide .heads,.wide .line{display:grid;grid-template-columns:minmax(0,1.7fr);grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);align-items:center}
.wide .heads{font-size:.875rem;line-height:1.25;color:var(--soft);text-align:center;padding-bottom:.375rem;hyphens:auto}
.wide .line{border-top:1px solid var(--hair)}
.wide .of{margin:0;padding:.5rem .75rem .5rem 0;padding-inline:0 .75rem;font-weight:400}
.wide .cells{display:contents}
.wide .cell{justify-content:center;border:0;background:none;padding:.375rem}
.wide .cell span{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
}
@media(prefers-color-scheme:dark){.who img{background:#fff;padding:.375rem;border-radius:.375rem}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
@media(forced-colors:active){
.scale input:checked+span{forced-color-adjust:none;background:Highlight;color:HighlightText;border-color:Highlight;box-shadow:none}
.pics svg{fill:Canvas;stroke:CanvasText}
.pics input:checked~svg,.stars label:has(~label input:checked) svg{forced-color-adjust:none;fill:Highlight;stroke:CanvasText}
.faces .in{stroke:CanvasText}
.faces input:checked~svg .in{stroke:HighlightText}
.row:has(input:checked){outline:2px solid Highlight}
button{border:2px solid ButtonText}
}
`.trim().replaceAll('\n', '')
