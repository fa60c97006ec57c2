// Three scripts, each one file: the loader for websites, the kiosk, its service worker. Each has a size it must not exceed, packed as it
// travels, since strangers pay for it on every visit.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))
const { values: { outDir } } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' }, logLevel: { type: 'string' } } })

/** Bytes, gzipped. */
const scripts = [
  { name: 'loader', entry: 'src/loader/main.ts', most: 6 * 1024 },
  { name: 'kiosk', entry: 'src/kiosk/main.ts', most: 11 * 1024 },
  { name: 'worker', entry: 'src/kiosk/worker.ts', most: 1024 },
]

/** Conditions are judged in the browser, never asked of a database. */
const withoutSql: Plugin = { name: 'conditions-without-sql', enforce: 'pre', resolveId: (source) => (source === './json-sql.ts' ? join(root, 'src/kiosk/no-sql.ts') : null) }

await rm(join(root, outDir), { recursive: true, force: true })
for (const { name, entry, most } of scripts) {
  await build({
    root, configFile: false, logLevel: 'warn', plugins: [withoutSql],
    build: {
      outDir, emptyOutDir: false, target: ['chrome109', 'firefox115', 'safari16'], reportCompressedSize: false, modulePreload: false,
      rolldownOptions: { input: join(root, entry), output: { entryFileNames: `${name}.js`, format: name === 'kiosk' ? 'es' : 'iife', codeSplitting: false } },
    },
  })
  const path = join(root, outDir, `${name}.js`)
  const bytes = await readFile(path)
  const packed = gzipSync(bytes, { level: 9 })
  if (packed.length > most) throw new Error(`${name}.js takes ${packed.length} bytes gzipped; ${most} are allowed.`)
  await writeFile(`${path}.gz`, packed)
  await writeFile(`${path}.br`, brotliCompressSync(bytes))
}
