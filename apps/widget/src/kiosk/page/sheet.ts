/*
 * The kiosk's own style, after that of the pages: one question fills the screen, targets are 60 px at least, since whoever answers
 * stands, hurries, and may wear gloves. Nothing moves by itself and nothing is dimmed: the screen is seen from across the shop.
 */
import { hash } from 'node:crypto'

const rules = `
html{height:100%;overflow:hidden;touch-action:manipulation;-webkit-tap-highlight-color:transparent;overscroll-behavior:none;user-select:none;-webkit-user-select:none}
body{height:100%;min-height:0;overflow:hidden}
header,main,footer{max-width:none;padding-inline:clamp(1rem,4vw,3rem)}
header{flex:none;padding-block:clamp(.75rem,2.5vh,1.75rem);flex-wrap:nowrap}
.who{font-size:1.25rem;min-width:0}
.who img{max-height:4rem;max-width:min(16rem,45vw)}
.tongues{justify-content:flex-end;gap:.5rem;font-size:1.0625rem}
.tongues button{min-height:60px;min-width:60px;padding:.5rem 1rem;font-weight:400;background:transparent;border-color:transparent;color:var(--link)}
.tongues button[aria-pressed=true]{border-color:var(--edge);color:var(--ink);font-weight:600;background:var(--paper)}
main{display:flex;flex-direction:column;overflow-y:auto;min-height:0;outline:none}
.screen{margin:auto;width:100%;max-width:64rem;padding-block:.5rem 1rem}
.screen h1:not(.away){font-size:clamp(1.75rem,4.4vw,3rem);text-align:center;margin:0 0 .75rem}
.lead,.screen h1.lead:not(.away){font-weight:400;letter-spacing:0;font-size:clamp(1.125rem,2.2vw,1.5rem);line-height:1.4;text-align:center;color:var(--soft);margin:0 auto 1rem;max-width:46rem}
.screen .note{max-width:46rem;margin:1.5rem auto 0;font-size:1.0625rem;color:var(--soft)}
.attract .lead,.screen.attract h1.lead:not(.away){margin-bottom:clamp(.25rem,2.5vh,1.5rem)}
.q{padding:0}
.q legend,.title{font-size:clamp(1.625rem,4.6vw,2.75rem);line-height:1.2;font-weight:650;letter-spacing:-.01em;text-align:center;margin:0 0 clamp(1rem,4vh,2.25rem);text-wrap:balance}
.helped legend,.helped .title{margin-bottom:.5rem}
.help{text-align:center;font-size:1.125rem;margin-bottom:1.25rem}
.req{display:none}
.scale{gap:clamp(4px,1vw,12px)}
.scale label>span{min-height:clamp(64px,11vw,104px);font-size:clamp(1.375rem,2.6vw,2rem);border-width:2px;border-radius:.75rem}
.scale.five{gap:clamp(8px,2vw,20px)}
.ends,.pics+.ends{max-width:none;font-size:clamp(1rem,1.8vw,1.25rem);margin-top:.75rem}
.told{text-align:center;font-size:1.25rem;min-height:2rem}
.pics{max-width:none;gap:clamp(.25rem,2vw,1.5rem)}
.pics label{padding:.75rem .25rem;min-height:96px;font-size:clamp(.9375rem,1.9vw,1.25rem);gap:.75rem}
.pics svg{max-width:clamp(3.5rem,15vw,9.5rem);stroke-width:1}
.rows{grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.75rem}
.row{min-height:72px;font-size:1.25rem;padding:.75rem 1.25rem;border-width:2px;border-radius:.75rem}
.row input,.cell input{width:1.75rem;height:1.75rem}
.consent{max-width:46rem;margin:0 auto}
.else label{font-size:1.125rem}
textarea,input[type=text]{font-size:1.25rem;padding:1rem;border-width:2px;border-radius:.75rem;user-select:text;-webkit-user-select:text;min-height:64px}
textarea{min-height:clamp(9rem,26vh,16rem);resize:none}
.cell{min-height:64px;font-size:1.125rem}
.of{font-size:1.125rem}
.wide .heads{font-size:1.0625rem;padding-bottom:.625rem}
.wide .of{font-size:1.25rem}
.error{justify-content:center;font-size:1.125rem;margin:1rem 0 0}
.go{justify-content:space-between;flex-direction:row-reverse;margin-top:clamp(1.25rem,4vh,2.5rem);gap:1rem}
.go button,.big{min-height:72px;min-width:10rem;padding:.75rem 2rem;font-size:1.375rem;border-radius:.75rem}
.big{display:block;margin:1.5rem auto 0;min-width:16rem}
.mid{justify-content:center}
.done{display:block;width:clamp(5rem,12vw,8rem);margin:0 auto 1.5rem;fill:none;stroke:var(--line);stroke-width:1.2;stroke-linecap:round;stroke-linejoin:round}
footer{flex:none;margin:0;padding-block:.5rem .75rem;min-height:3rem;text-align:center}
footer::before{display:none}
footer p{margin:0}
#still{position:fixed;inset-block-end:1rem;inset-inline:0;margin-inline:auto;width:fit-content;max-width:calc(100vw - 2rem);padding:1rem 1.5rem;border-radius:.75rem;background:var(--ink);color:var(--ground);font-size:1.125rem}
#still:empty{display:none}
[hidden]{display:none!important}
@media(max-width:52rem){header,main,footer{padding-inline:1rem}.scale:not(.five){gap:4px}}
@media(max-width:44rem){
header{flex-wrap:wrap}
.tongues{flex-basis:100%;justify-content:flex-start}
.scale:not(.five){grid-auto-flow:row;grid-template-columns:repeat(4,minmax(0,1fr))}
.scale.five:has(label:nth-child(6)){grid-auto-flow:row;grid-template-columns:repeat(4,minmax(0,1fr))}
.scale label>span{min-height:64px}
.pics label{min-width:0}
.faces,.stars{gap:.125rem}
.faces label span{hyphens:auto;overflow-wrap:anywhere}
.go button{min-width:0;flex:1}
}
@media(max-height:30rem){.screen h1:not(.lead,.away),.q legend,.title{font-size:1.5rem;margin-bottom:.75rem}.scale label>span{min-height:60px}}
@media(prefers-reduced-motion:no-preference){.screen{animation:in .14s ease-out}@keyframes in{from{opacity:0;transform:translateY(6px)}}}
`.trim().replaceAll('\n', '')

export const kioskSheet = { css: rules, source: `'sha256-${hash('sha256', rules, 'base64')}'` }
