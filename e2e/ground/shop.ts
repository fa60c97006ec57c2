// A shop of somebody else, on another origin, with as strict a policy as a shop can have.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Shop {
  url: string
  /** What stands at the end of each page. */
  snippet: string
  stop(): Promise<void>
}

const style = `body{margin:0;font:16px/1.5 Georgia,serif;color:#222;background:#fff}header{padding:1rem 2rem;border-bottom:1px solid #ddd;display:flex;flex-wrap:wrap;gap:.5rem 2rem}input{max-width:8rem}main{max-width:60rem;margin:0 auto;padding:2rem}
article{height:60vh;border-bottom:1px solid #eee}button{font:inherit;padding:.5rem 1rem}
/* What a careless sheet does to everything on its page. */
div{letter-spacing:2px}iframe{border:9px solid red}dialog{background:hotpink}`

/** @param kontuar its address: all that the shop lets in */
export async function openShop(kontuar: string): Promise<Shop> {
  const shop = { url: '', snippet: '' }
  const policy = `default-src 'none'; script-src 'self' ${kontuar}; connect-src ${kontuar}; frame-src ${kontuar}; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
  const server = createServer((request, response) => {
    if (request.url === '/style.css') return void response.writeHead(200, { 'content-type': 'text/css' }).end(style)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    response.end(`<!doctype html><html lang="pl"><head><title>Sklep z ziołami</title><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/style.css"></head><body><header><a href="/">Sklep z ziołami</a><a href="/koszyk/1">Koszyk</a><label>Szukaj <input id="search"></label><button id="first">Do koszyka</button></header><main><h1>Zioła na wagę</h1>${['Mięta pieprzowa', 'Melisa', 'Rumianek', 'Szałwia'].map((name) => `<article><h2>${name}</h2><p>Suszona w cieniu, pakowana na zamówienie.</p></article>`).join('')}</main>${shop.snippet}</body></html>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(shop, {
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}
