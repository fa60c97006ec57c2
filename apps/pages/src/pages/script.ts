/*
 * The only script of the public pages, and every page works without it: how many characters are left, and to the site that
 * embeds the page how tall it is, whether it still asks, and that Escape was pressed within it. It sends nothing anywhere and sets no field, so a mail scanner
 * that runs it has answered nothing.
 */
import { hash } from 'node:crypto'

export const script = `
for(const t of document.querySelectorAll("textarea[data-limit]")){
const o=t.nextElementSibling,limit=+t.dataset.limit,tell=()=>{
const left=limit-t.value.length;
o.classList.toggle("over",left<0);
o.textContent=left<0?o.dataset.over.replace("{over}",-left):left<=limit/4?o.dataset.left.replace("{left}",left):""};
t.addEventListener("input",tell);tell()}
if(parent!==self){
const tell=()=>parent.postMessage({kontuar:document.body.dataset.state,height:document.documentElement.offsetHeight},"*");
new ResizeObserver(tell).observe(document.body);tell();
addEventListener("keydown",e=>{e.key==="Escape"&&parent.postMessage({kontuar:"escape"},"*")})}
`.trim().replaceAll('\n', '')

export const scriptSource = `'sha256-${hash('sha256', script, 'base64')}'`
