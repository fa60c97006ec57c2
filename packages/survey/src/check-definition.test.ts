// Guards the gate: whatever JSON comes, the check answers problems that say where and what to do; what passes can be asked and answered.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import type { Question } from './definition.ts'
import { limits } from './limits.ts'
import { nextPage } from './pages.ts'
import { SurveyError } from './problems.ts'
import { readDefinition, readDraft } from './read-definition.ts'
import { askLow, survey } from './survey.fixture.ts'

const asking = (...questions: unknown[]) => ({ ...survey, questions })
const q = (more: object = {}) => ({ id: 'a', type: 'text', title: { pl: 'Pytanie' }, ...more })
const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i))
const option = (id: string) => ({ id, label: { pl: id } })
const deep = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)

describe('good surveys have no problem', () => {
  test.each<[string, unknown]>([
    ['every type', survey],
    ['the least', { languages: ['en'], defaultLanguage: 'en', questions: [q({ title: { en: 'A' } })], thanks: { en: 'Thanks' } }],
    ['the most questions', asking(...many(limits.questions, (i) => q({ id: `q${i}` })))],
    ['the most options', asking(q({ type: 'single', options: many(limits.options, (i) => option(`o${i}`)) }))],
    ['the most languages', { ...asking(q({ title: Object.fromEntries(many(20, (i) => [`p${String.fromCharCode(97 + i)}`, 'x'])) })), languages: many(20, (i) => `p${String.fromCharCode(97 + i)}`), defaultLanguage: 'pa', title: {}, thanks: { pa: 'x' } }],
    ['what a type does not use', asking(q({ points: 5, rows: [], reversed: true }))],
    ['facts with what to say instead', asking(q({ title: { pl: 'Jak było, {{customer.firstName|gościu}}?' } }))],
    ['a right-to-left language', { ...asking(q({ title: { ar: 'سؤال' } })), languages: ['ar'], defaultLanguage: 'ar', title: {}, thanks: { ar: 'شكرا' } }],
  ])('%s', (_, definition) => {
    expect(checkDefinition(definition)).toEqual([])
    expect(readDefinition(readDefinition(definition))).toEqual(readDefinition(definition))
  })
})

describe('what is wrong is named, with its place', () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ['nothing', undefined, 'not-an-object', []], ['a list', [], 'not-an-object', []], ['a text', 'survey', 'not-an-object', []],
    ['a thousand levels', { ...survey, a: deep(1_000) }, 'too-large', []], ['a hundred thousand levels', { ...survey, a: deep(100_000) }, 'too-large', []],
    ['a million nulls', { ...survey, questions: many(1_000_000, () => null) }, 'too-large', []], ['a megabyte of text', asking(q({ title: { pl: 'x'.repeat(1_000_001) } })), 'too-large', []],
    ['NUL', asking(q({ title: { pl: 'a\0b' } })), 'not-storable', []], ['half an emoji in a key', { ...survey, '\ud83d': 1 }, 'not-storable', []],
    ['an unknown key', { ...survey, colour: 'red' }, 'unknown-key', ['colour']], ['a key called __proto__', JSON.parse(JSON.stringify(survey).replace('{', '{"__proto__": {"a": 1},')), 'unknown-key', ['__proto__']], ['a typing mistake in a question', asking(q({ requred: true })), 'unknown-key', ['questions', 0, 'requred']],
    ['no languages', { ...survey, languages: [] }, 'wrong-languages', ['languages']], ['languages as a text', { ...survey, languages: 'pl' }, 'wrong-languages', ['languages']], ['a language in capitals', { ...survey, languages: ['pl', 'EN'] }, 'wrong-languages', ['languages']], ['a language twice', { ...survey, languages: ['pl', 'en', 'pl'] }, 'wrong-languages', ['languages']], ['another default language', { ...survey, defaultLanguage: 'de' }, 'wrong-languages', ['defaultLanguage']], ['21 languages', { ...survey, languages: ['pl', 'en', ...many(19, (i) => `x${String.fromCharCode(97 + i)}`)] }, 'too-many', ['languages']],
    ['no questions', asking(), 'no-questions', ['questions']], ['questions that are no list', { ...survey, questions: { 0: q() } }, 'wrong-list', ['questions']], ['a question too many', asking(...many(61, (i) => q({ id: `q${i}` }))), 'too-many', ['questions']], ['null as question', asking(null), 'not-an-object', ['questions', 0]],
    ['no id', asking({ type: 'text', title: { pl: 'x' } }), 'wrong-id', ['questions', 0, 'id']], ['an id with a dot', asking(q({ id: 'a.other' })), 'wrong-id', ['questions', 0, 'id']], ['an id with a colon', asking(q({ id: 'a:b' })), 'wrong-id', ['questions', 0, 'id']], ['an id that begins with ~', asking(q({ id: '~text' })), 'wrong-id', ['questions', 0, 'id']], ['an id of 41', asking(q({ id: 'a'.repeat(41) })), 'wrong-id', ['questions', 0, 'id']],
    ['__proto__ as id', asking(q({ id: '__proto__' })), 'wrong-id', ['questions', 0, 'id']], ['constructor as id', asking(q({ id: 'constructor' })), 'wrong-id', ['questions', 0, 'id']], ['toString as an option', asking(q({ type: 'single', options: [option('toString'), option('b')] })), 'wrong-id', ['questions', 0, 'options', 0, 'id']],
    ['two with one id', asking(q(), q()), 'taken-id', ['questions', 1, 'id']], ['another type', asking(q({ type: 'slider' })), 'wrong-type', ['questions', 0, 'type']], ['a type called constructor', asking(q({ type: 'constructor' })), 'wrong-type', ['questions', 0, 'type']], ['a word for a flag', asking(q({ required: 'yes' })), 'wrong-flag', ['questions', 0, 'required']],
    ['no title', asking(q({ title: {} })), 'missing-text', ['questions', 0, 'title', 'pl']], ['a title of blanks', asking(q({ title: { pl: ' \n' } })), 'missing-text', ['questions', 0, 'title', 'pl']], ['a title as text', asking(q({ title: 'Pytanie' })), 'wrong-text', ['questions', 0, 'title']], ['a title that is a number', asking(q({ title: { pl: 5 } })), 'wrong-text', ['questions', 0, 'title', 'pl']], ['a title in no language', asking(q({ title: { pl: 'x', PL: 'y' } })), 'unknown-key', ['questions', 0, 'title', 'PL']], ['a title under __proto__', JSON.parse(JSON.stringify(asking(q())).replace('"title":{"pl":"Pytanie"', '"title":{"__proto__":"x","pl":"Pytanie"')), 'unknown-key', ['questions', 0, 'title', '__proto__']], ['too long a title', asking(q({ title: { pl: 'x'.repeat(501) } })), 'too-long', ['questions', 0, 'title', 'pl']],
    ['a fact there is not', asking(q({ title: { pl: 'Hej {{ customer.password }}' } })), 'unknown-fact', ['questions', 0, 'title', 'pl']],
    ['one option', asking(q({ type: 'single', options: [option('a')] })), 'too-few', ['questions', 0, 'options']], ['no reasons', asking(q({ type: 'reasons' })), 'too-few', ['questions', 0, 'options']], ['61 options', asking(q({ type: 'multiple', options: many(61, (i) => option(`o${i}`)) })), 'too-many', ['questions', 0, 'options']], ['31 rows', asking(q({ type: 'matrix', options: [option('a'), option('b')], rows: many(31, (i) => option(`o${i}`)) })), 'too-many', ['questions', 0, 'rows']], ['options that are no list', asking(q({ type: 'single', options: 'a,b' })), 'wrong-list', ['questions', 0, 'options']],
    ['an option called other', asking(q({ type: 'single', options: [option('other'), option('b')] })), 'wrong-id', ['questions', 0, 'options', 0, 'id']], ['an option twice', asking(q({ type: 'single', options: [option('b'), option('b')] })), 'taken-id', ['questions', 0, 'options', 1, 'id']], ['an option without words', asking(q({ type: 'single', options: [{ id: 'a' }, option('b')] })), 'missing-text', ['questions', 0, 'options', 0, 'label', 'pl']],
    ['six stars', asking(q({ type: 'stars', points: 6 })), 'wrong-points', ['questions', 0, 'points']], ['end labels as texts', asking(q({ type: 'nps', endLabels: 'low' })), 'wrong-text', ['questions', 0, 'endLabels']], ['a text of 5,001', asking(q({ maxLength: 5_001 })), 'wrong-length', ['questions', 0, 'maxLength']],
    ['a condition on itself', asking(q({ id: 'score', type: 'nps', condition: askLow })), 'condition-later', ['questions', 0, 'condition', 'rules', 0]], ['a condition on a later one', asking(q({ condition: askLow }), q({ id: 'score', type: 'nps' })), 'condition-later', ['questions', 0, 'condition', 'rules', 0]], ['a condition on one that is gone', asking(q(), q({ id: 'b', condition: askLow })), 'condition-unfinished', ['questions', 1, 'condition', 'rules', 0]],
    ['a condition on a file', asking(q({ id: 'score', type: 'file' }), q({ condition: askLow })), 'condition-later', ['questions', 1, 'condition', 'rules', 0]], ['an operator of another type', asking(q({ id: 'score' }), q({ condition: askLow })), 'condition-unfinished', ['questions', 1, 'condition', 'rules', 0]], ['a condition that is none', asking(q({ condition: 'always' })), 'wrong-condition', ['questions', 0, 'condition']],
    ['a link without https', { ...survey, reviewLinks: [{ label: { pl: 'x' }, url: 'http://a.example' }] }, 'wrong-url', ['reviewLinks', 0, 'url']], ['a script as link', { ...survey, reviewLinks: [{ label: { pl: 'x' }, url: 'javascript:alert(1)' }] }, 'wrong-url', ['reviewLinks', 0, 'url']], ['a link with a password', { ...survey, reviewLinks: [{ label: { pl: 'x' }, url: 'https://a:b@c.example' }] }, 'wrong-url', ['reviewLinks', 0, 'url']], ['six links', { ...survey, reviewLinks: many(6, () => ({ label: { pl: 'x' }, url: 'https://a.example' })) }, 'too-many', ['reviewLinks']],
    ['no thanks', { ...survey, thanks: undefined }, 'missing-text', ['thanks', 'pl']],
  ])('%s', (_, definition, code, path) => {
    const problems = checkDefinition(definition)
    expect(problems).toContainEqual({ path, code, sentence: expect.stringMatching(/^[^\n]{15,400}[.}]$/) })
    expect(() => readDefinition(definition)).toThrow(SurveyError)
  })
})

test('a draft may be unfinished, but not formless', () => {
  expect(readDraft(asking()).questions).toEqual([])
  const half = asking(q({ id: 'score', type: 'csat', title: {} }), q({ type: 'single', options: [], condition: { combinator: 'and', rules: [{ field: 'q:gone', operator: '=', value: '' }] } }))
  expect(readDraft(half)).toMatchObject({ questions: [{ points: 5, title: {} }, { options: [], condition: { rules: [{ field: 'q:gone' }] } }] })
  for (const bad of [null, asking(null), asking(q({ id: '__proto__' })), asking(q({ title: 'x' })), { ...survey, languages: ['!'] }, { ...survey, reviewLinks: [{ label: {}, url: { a: 1 } }] }]) expect(() => readDraft(bad)).toThrow(SurveyError)
})

test('what is read holds no key that its type does not use, in an order of its own', () => {
  const { questions: [read] } = readDefinition(asking({ title: { pl: 'x' }, shuffled: true, reversed: false, maxLength: 9, points: 3, type: 'faces', required: false, id: 'a', condition: null }))
  expect(JSON.stringify(read)).toBe('{"id":"a","type":"faces","title":{"pl":"x"},"points":3}')
})

test('texts in a language that was taken out stay in the draft, and are not published', () => {
  const left = asking(q({ title: { pl: 'x', de: 'y' } }))
  expect(readDraft(left).questions[0]!.title).toEqual({ pl: 'x', de: 'y' })
  expect(readDefinition(left).questions[0]!.title).toEqual({ pl: 'x' })
})

describe('whatever comes', () => {
  const words = fc.constantFrom('languages', 'pl', 'questions', 'id', 'type', 'title', 'nps', 'single', 'options', 'label', 'rows', 'condition', 'rules', 'combinator', 'and', 'field', 'q:a', 'operator', '<=', 'value', 'a', '__proto__', 'constructor', 'endLabels', 'thanks', 'reviewLinks', 'url')
  const { json } = fc.letrec((tie) => ({ json: fc.oneof({ maxDepth: 8 }, words, fc.jsonValue(), fc.array(tie('json'), { maxLength: 4 }), fc.dictionary(words, tie('json'), { maxKeys: 6 })) }))

  test('the check never throws, and what it lets through can be walked to its end', () => {
    fc.assert(fc.property(json, fc.dictionary(words, json, { maxKeys: 8 }), fc.array(json, { maxLength: 3 }), (any, keys, questions) => {
      for (const definition of [any, { ...survey, ...keys }, { ...survey, questions }, { ...survey, questions: [{ ...survey.questions[0], ...keys }] }]) {
        if (checkDefinition(definition).length > 0) continue
        const read = readDefinition(definition)
        const shown = new Set<string>()
        for (let page = nextPage(read, {}, shown); page; page = nextPage(read, {}, shown)) for (const question of page.questions) shown.add(question.id)
      }
    }), { numRuns: 2_000 })
  })
})

test('questions of a survey with conditions on every other one are checked in a blink of their number', () => {
  const questions: Question[] = many(limits.questions, (i) => ({ id: `q${i}`, type: 'multiple', title: { pl: 'x' }, options: many(limits.options, (o) => option(`o${o}`)), ...(i === 0 ? {} : { condition: { combinator: 'and' as const, rules: [{ field: `q:q${i - 1}`, operator: 'containsAny', value: ['o1'] }] } }) }))
  expect(checkDefinition({ ...survey, questions })).toEqual([])
})
