/*
 * The glossary held in code: names in the sources are read as words (camelCase, snake_case, kebab-case), and words
 * that the glossary gave up are refused. Texts, comments and protocol values are free: IMAP's INBOX is a string.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript-6'
import { root } from '../launch/paths.mjs'

const instead = {
  conversation: 'ticket', conversations: 'tickets',
  contact: 'customer (a person) or interaction (an event)', contacts: 'customers or interactions',
  inbox: 'queue or mailbox', inboxes: 'queues or mailboxes',
  branch: 'location', branches: 'locations',
}
const phrases = [
  [/(^| )agent group/, 'team'],
  [/(^| )ticketing item/, 'ticket'],
  [/(^| )(case (id|number|status|owner|queue)|support case)/, 'ticket'],
]
const drawers = /^(utils?|helpers?|common|managers?|base|misc)$/
const longest = 400

/** Each with its reason; the list only shrinks. `path: word` or `path: lines`. */
const exempt = new Map([
  ...['conversation', 'conversations', 'contact', 'contacts', 'inbox', 'inboxes', 'branch', 'branches'].map((word) => [`scripts/checks/words.mjs: ${word}`, 'the list itself']),
  ['packages/mime/src/fold/find-signature.ts: contact', 'the line of a signature with telephone and address is called so'],
  ['packages/mime/src/fold/signature-lines.ts: contact', 'the same'],
])

const places = ['apps', 'packages', 'scripts', 'e2e', 'bench']
const skipped = /(^|\/)(node_modules|dist|dist\.\w+|canary|corpus|fixtures|data)(\/|$)/

export function checkWords() {
  const faults = []
  const files = places.flatMap(listFiles).filter((path) => /\.(tsx?|mjs|sql|css)$/.test(path) && !path.endsWith('schema.sql') && !/(^|\/)generated\b/.test(path))
  for (const path of files) {
    const text = readFileSync(join(root, path), 'utf8')
    const lines = text.split('\n').length - 1
    if (lines > longest && !exempt.has(`${path}: lines`)) faults.push(`${path} has ${lines} lines: split it by verb (${longest} at most).`)
    for (const part of path.split('/')) {
      if (drawers.test(part.replace(/(\.test)?\.\w+$/, ''))) faults.push(`${path}: "${part}" says nothing about what is inside.`)
    }
    const names = new Map([[basename(path), 1], ...namesIn(path, text)])
    for (const [name, line] of names) {
      const fault = judge(name)
      if (fault && !exempt.has(`${path}: ${fault.word}`)) faults.push(`${path}:${line} "${name}": the word is ${fault.instead}.`)
    }
  }
  for (const fault of faults) console.error(fault)
  if (files.length === 0) console.error('No source file was found: the check is blind.')
  console.log(`${files.length} files, ${faults.length} faults.`)
  return faults.length === 0 && files.length > 0
}

export function judge(name) {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/).filter(Boolean).map((w) => w.toLowerCase())
  const word = words.find((w) => Object.hasOwn(instead, w))
  if (word) return { word, instead: instead[word] }
  const phrase = phrases.find(([pattern]) => pattern.test(words.join(' ')))
  return phrase ? { word: words.join(' '), instead: phrase[1] } : null
}

function namesIn(path, text) {
  return path.endsWith('.sql') || path.endsWith('.css') ? sqlNames(text) : codeNames(path, text)
}

function sqlNames(text) {
  const names = new Map()
  const bare = text.replace(/--.*|\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' ')).replace(/'(?:[^']|'')*'/g, (s) => s.replace(/[^\n]/g, ' '))
  for (const match of bare.matchAll(/[A-Za-z_][\w-]*/g)) if (!names.has(match[0])) names.set(match[0], bare.slice(0, match.index).split('\n').length)
  return names
}

/** Names that are declared here; what other libraries call their things is not ours to judge. */
function codeNames(path, text) {
  const names = new Map()
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const visit = (node) => {
    const { name } = node
    const own = name && !ts.isPropertyAccessExpression(node) && !ts.isImportSpecifier(node) && !ts.isMetaProperty(node)
    if (own && ts.isIdentifier(name) && !names.has(name.text)) names.set(name.text, source.getLineAndCharacterOfPosition(name.getStart()).line + 1)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

function listFiles(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((path) => !skipped.test(path))
  } catch {
    return []
  }
}
