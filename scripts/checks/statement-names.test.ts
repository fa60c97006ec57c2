// Guards the names of prepared statements: one name with two texts fails only in a process that has met both, late and at random.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../../apps/server/src/', import.meta.url))

/** Name → texts as they are written, over the whole program. A name that is put together at run time is its author's care. */
function namesWritten(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((p) => p.endsWith('.ts') && !p.endsWith('.test.ts'))) {
    const file = ts.createSourceFile(path, readFileSync(join(source, path), 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'query') {
        const [text, , name] = node.arguments
        if (text !== undefined && name !== undefined && ts.isStringLiteralLike(name)) {
          // The same variable in two files is not the same text.
          const written = ts.isStringLiteralLike(text) ? text.text : `${path}: ${text.getText(file)}`
          names.set(name.text, (names.get(name.text) ?? new Set()).add(written))
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return names
}

test('each name of a statement has one text', () => {
  const names = namesWritten()
  expect(names.size).toBeGreaterThan(400)
  expect([...names].filter(([, texts]) => texts.size > 1).map(([name, texts]) => ({ name, texts: [...texts] }))).toEqual([])
})
