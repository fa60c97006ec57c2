// The browser application: built to dist/, served by the server under its content security policy.
//
// The strictest policy that works (dev/serve-built.ts serves exactly this, dev/look.ts fails on a violation):
//   default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:;
//   connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
// No 'unsafe-inline' and no nonce: React sets styles through the CSSOM, which the policy does not touch, and
// everything that would write a <style> element is off (see src/app/Providers.tsx). `data:` and `blob:` are for
// pictures pasted into an answer.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { leanContracts } from './dev/lean-contracts.ts'

const api = process.env['KONTUAR_API'] ?? 'http://127.0.0.1:3000'

/** Explanations in the contracts are for the OpenAPI document; nobody should load them with a screen. */
const withoutExplanations: Plugin = {
  name: 'contracts-without-explanations',
  enforce: 'pre',
  transform: (code, id) => (/packages\/contracts\/src\//.test(id) ? code.replace(/\b(description|summary): '(?:[^'\\]|\\.)*'/g, "$1: ''") : null),
}

/** Compressed once at the build, so that serving costs no processor time; the server sends what the browser takes. */
const compressed: Plugin = {
  name: 'compressed-beside',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    for (const name of Object.keys(bundle).filter((n) => /\.(?:js|css|svg)$/.test(n))) {
      const bytes = await readFile(join(dir!, name))
      if (bytes.length < 1024) continue
      await writeFile(join(dir!, `${name}.br`), brotliCompressSync(bytes))
      await writeFile(join(dir!, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    }
  },
}

export default defineConfig({
  plugins: [withoutExplanations, react(), leanContracts, compressed],
  resolve: {
    alias: {
      // The routes of @kontuar/contracts carry their schemas. Only their method and path are needed at run time
      // here, so the schema builder is replaced by an empty one: 30 KB gzipped that no page has to load.
      typebox: fileURLToPath(new URL('./src/api/no-schemas.ts', import.meta.url)),
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, ws: true } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    // A data: address would need font-src data: in the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every screen needs in two files, theirs and ours: left alone it becomes fifty small ones, which compress worse
        // (/sign-in 208 → 202 KB, 71 → 49 files, measured with dev/first-load.ts).
        codeSplitting: {
          groups: [
            { name: 'ground', test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|react-store|store|react-query|query-core)|i18next|react-i18next|use-sync-external-store)\// },
            { name: 'base', test: /apps\/web\/src\/(app\/roots|api\/(api|me|problem|query-client|query-keys|random-id|no-schemas)|i18n\/(i18n|typeset)|theme\/color-scheme)\.tsx?$/ },
          ],
        },
      },
    },
  },
})
