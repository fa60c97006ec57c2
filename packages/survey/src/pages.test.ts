// Guards the way through a survey: it ends, asks nothing whose condition fails, and is the same with script and without.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDefinition } from './check-definition.ts'
import { missingAnswers } from './check-values.ts'
import type { Question, SurveyDefinition, Value, Values } from './definition.ts'
import { nextPage, pagesOf } from './pages.ts'
import { survey } from './survey.fixture.ts'
import { keepVisible, visibleQuestions } from './visible.ts'

const ids = (pages: Question[][]) => pages.map((page) => page.map((q) => q.id))
const rest = ['visit', 'parts', 'photo', 'call']

test.each<[string, Values, string[][]]>([
  ['nothing is answered', {}, [['score'], rest]],
  ['the score is high', { score: 9 }, [['score'], rest]],
  ['the score is low', { score: 3 }, [['score'], ['why'], rest]],
  ['waiting was the reason', { score: 3, why: ['wait', 'price'] }, [['score'], ['why'], ['how'], rest]],
  ['the reason stands there from before the score was mended', { score: 9, why: ['wait'], how: 'x' }, [['score'], rest]],
])('when %s, these pages are asked', (_, values, pages) => expect(ids(pagesOf(survey, values))).toEqual(pages))

test('what hung on an answer that fell away falls away with it', () => {
  const values: Values = { score: 9, why: ['wait', 'other'], 'why.other': 'x', how: 'faster', call: true }
  expect(keepVisible(survey, values)).toEqual({ score: 9, call: true })
  expect(keepVisible(survey, { ...values, score: 3 })).toEqual({ ...values, score: 3 })
})

test('a question is not shown twice when somebody goes back and lowers the score', () => {
  const shown = new Set(['score', ...rest])
  expect(nextPage(survey, { score: 9 }, shown)).toBeNull()
  expect(nextPage(survey, { score: 2 }, shown)).toMatchObject({ questions: [{ id: 'why' }], index: 1 })
})

test('required questions that are not asked block nothing', () => {
  expect(missingAnswers(visibleQuestions(survey, { score: 9 }), { score: 9 })).toEqual([])
  expect(missingAnswers(visibleQuestions(survey, { score: 3 }), { score: 3 })).toEqual([{ questionId: 'why', code: 'required' }])
})

test('a condition half written hides nothing', () => {
  const draft = { questions: [{ ...survey.questions[0]! }, { ...survey.questions[1]!, condition: { combinator: 'and' as const, rules: [{ field: 'q:score', operator: '<=', value: '' }] } }] }
  expect(visibleQuestions(draft, { score: 10 })).toHaveLength(2)
})

describe('for whatever survey and answers', () => {
  const scale = ['nps', 'single', 'multiple', 'text', 'consent', 'file'] as const
  const options = [{ id: 'x', label: { pl: 'x' } }, { id: 'y', label: { pl: 'y' } }]
  const ruleOn: Partial<Record<Question['type'], fc.Arbitrary<object>>> = {
    nps: fc.record({ operator: fc.constantFrom('<=', '>', '=', '!='), value: fc.integer({ min: 0, max: 10 }) }),
    single: fc.record({ operator: fc.constantFrom('=', '!='), value: fc.constantFrom('x', 'y', '@none') }),
    multiple: fc.record({ operator: fc.constantFrom('containsAny', 'containsNone', 'containsAll'), value: fc.constant(['x']) }),
    text: fc.constantFrom({ operator: 'null' }, { operator: 'notNull' }),
    consent: fc.record({ operator: fc.constantFrom('=', '!='), value: fc.boolean() }),
  }
  const answers: Record<(typeof scale)[number], fc.Arbitrary<Value | undefined>> = {
    nps: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), single: fc.constantFrom(undefined, 'x', 'y'), multiple: fc.constantFrom<string[] | undefined>(undefined, ['x'], ['x', 'y'], ['y']),
    text: fc.constantFrom(undefined, 'text'), consent: fc.constantFrom(undefined, true, false), file: fc.constant(undefined),
  }
  const surveys = fc.array(fc.constantFrom(...scale), { minLength: 1, maxLength: 8 }).chain((types) => fc.tuple(...types.map((type, place) => {
    const before = types.slice(0, place).flatMap((t, i) => (ruleOn[t] ? [ruleOn[t].map((rule) => ({ field: `q:q${i}`, ...rule }))] : []))
    const rules = before.length === 0 ? fc.constant(null) : fc.option(fc.record({ combinator: fc.constantFrom('and' as const, 'or' as const), not: fc.boolean(), rules: fc.array(fc.oneof(...before), { minLength: 1, maxLength: 2 }) }), { nil: null })
    return fc.record({ id: fc.constant(`q${place}`), type: fc.constant(type), title: fc.constant({ pl: 'x' }), required: fc.boolean(), newPage: fc.boolean(), condition: rules, ...(type === 'single' || type === 'multiple' ? { options: fc.constant(options) } : {}) })
  }))).map((questions) => ({ ...survey, questions }) as SurveyDefinition)
  const walked = surveys.chain((s) => fc.tuple(fc.constant(s), fc.tuple(...s.questions.map((q) => answers[q.type as keyof typeof answers]))))

  test('the way ends, its order is that of the pages, its progress never grows, and nothing is asked that is not visible', () => {
    fc.assert(fc.property(walked, ([definition, given]) => {
      expect(checkDefinition(definition)).toEqual([])
      const values: Values = {}
      const shown = new Set<string>()
      const way: string[][] = []
      let total = Number.POSITIVE_INFINITY
      for (let page = nextPage(definition, values, shown); page; page = nextPage(definition, values, shown)) {
        expect(page.questions.length).toBeGreaterThan(0)
        expect(page.index).toBe(way.length)
        expect(page.index + 1 + page.remaining).toBeLessThanOrEqual(total)
        total = page.index + 1 + page.remaining
        const visible = visibleQuestions(definition, values)
        for (const question of page.questions) {
          expect(visible).toContain(question)
          expect(shown.has(question.id)).toBe(false)
          shown.add(question.id)
          const answer = given[definition.questions.indexOf(question)]
          if (answer !== undefined) values[question.id] = answer
        }
        way.push(page.questions.map((q) => q.id))
      }
      // Without script one page comes after the other; with it all are known from the answers: the same.
      expect(way).toEqual(ids(pagesOf(definition, values)))
      expect(way.flat()).toEqual(visibleQuestions(definition, values).map((q) => q.id))
      expect(keepVisible(definition, values)).toEqual(values)
    }), { numRuns: 1_000 })
  })
})
