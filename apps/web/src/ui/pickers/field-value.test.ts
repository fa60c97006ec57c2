// Guards what a custom field takes: numbers as people here write them, links that are links, emptiness as null.
import { describe, expect, test } from 'vitest'
import { fieldFault, readField } from './field-value.ts'

describe('a number', () => {
  test.each([['12', 12], ['-3,5', -3.5], ['1 200', 1200], ['', null]])('typed as “%s” is %s', (typed, value) => {
    expect(fieldFault('number', typed)).toBeNull()
    expect(readField('number', typed)).toBe(value)
  })
  test.each(['12 zł', 'dwa', '1,2,3'])('“%s” is refused', (typed) => expect(fieldFault('number', typed)).toBe('notNumber'))
})

describe('a link', () => {
  test.each(['https://kontuar.example/1', 'http://a.example'])('%s is taken', (typed) => expect(fieldFault('link', typed)).toBeNull())
  test.each(['kontuar.example', 'javascript:alert(1)', 'ftp://a.example'])('%s is refused', (typed) => expect(fieldFault('link', typed)).toBe('notLink'))
})
