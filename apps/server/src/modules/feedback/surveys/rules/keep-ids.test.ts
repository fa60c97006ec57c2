// Guards what an id means: figures over all versions are added up by it.
import { describe, expect, test } from 'vitest'
import type { Option, Question, SurveyDefinition } from '@kontuar/survey'
import { lostIds } from './keep-ids.ts'

const q = (more: Partial<Question> & Pick<Question, 'type'>): Question => ({ id: 'a', title: { pl: 'x' }, ...more })
const version = (...questions: Question[]): SurveyDefinition => ({ languages: ['pl'], defaultLanguage: 'pl', title: {}, intro: {}, questions, thanks: {}, whatNext: {}, reviewLinks: [] })
const option = (id: string, pl: string): Option => ({ id, label: { pl } })
const lost = (next: Question, ...earlier: Question[][]) => lostIds(version(next), earlier.map((questions) => version(...questions))).map((l) => l.path.join('.'))

describe('a question keeps its id', () => {
  test.each<[string, Question, Question[][]]>([
    ['when its words change', q({ type: 'csat', title: { pl: 'y' }, required: true }), [[q({ type: 'csat', points: 5 })]]],
    ['when it comes back', q({ type: 'nps' }), [[], [q({ type: 'nps' })]]],
    ['when options are added, mended and taken out', q({ type: 'single', options: [option('x', 'Cena!'), option('z', 'Nowe')] }), [[q({ type: 'single', options: [option('x', 'Cena'), option('y', 'Czas')] })]]],
    ['when an option comes back as itself', q({ type: 'single', options: [option('x', ' cena')] }), [[q({ type: 'single', options: [] })], [q({ type: 'single', options: [option('x', 'Cena')] })]]],
  ])('%s', (_, next, earlier) => expect(lost(next, ...earlier)).toEqual([]))
})

describe('an id is refused', () => {
  test.each<[string, Question, Question[][], string]>([
    ['for another type', q({ type: 'text' }), [[q({ type: 'nps' })]], 'questions.0.id'],
    ['for another number of points', q({ type: 'csat', points: 10 }), [[q({ type: 'csat' })]], 'questions.0.id'],
    ['for a scale turned round', q({ type: 'ces', reversed: true }), [[q({ type: 'ces' })]], 'questions.0.id'],
    ['for another type than two versions ago', q({ type: 'text' }), [[], [q({ type: 'nps' })]], 'questions.0.id'],
    ['for an option that stood for something else', q({ type: 'single', options: [option('x', 'Czas')] }), [[q({ type: 'single', options: [] })], [q({ type: 'single', options: [option('x', 'Cena')] })]], 'questions.0.options.0.id'],
    ['for a row that stood for something else', q({ type: 'matrix', rows: [option('x', 'Czas')] }), [[q({ type: 'matrix', rows: [] })], [q({ type: 'matrix', rows: [option('x', 'Cena')] })]], 'questions.0.rows.0.id'],
  ])('%s', (_, next, earlier, path) => expect(lost(next, ...earlier)).toEqual([path]))
})
