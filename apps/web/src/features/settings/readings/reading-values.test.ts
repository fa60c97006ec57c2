// Guards what the form sends: a key only when one was typed, an endpoint only when one is wanted.
import { describe, expect, it } from 'vitest'
import { bodyOf, faultOf, valuesOf, type ReadingValues } from './reading-values.ts'

const values = (given: Partial<ReadingValues> = {}): ReadingValues => ({ on: true, topics: true, by: 'endpoint', url: ' https://api.example/v1 ', model: ' small ', secret: '', ...given })

describe('what is sent', () => {
  it('leaves the stored key alone unless another one was typed', () => {
    expect(bodyOf(values())).toEqual({ on: true, topics: true, endpoint: { url: 'https://api.example/v1', model: 'small' } })
    expect(bodyOf(values({ secret: ' sk-1 ' })).endpoint).toEqual({ url: 'https://api.example/v1', model: 'small', secret: 'sk-1' })
  })
  it('holds no endpoint when this machine reads, whatever was typed before', () => {
    expect(bodyOf(values({ by: 'here' })).endpoint).toBeNull()
  })
  it('comes back as the form it was, without the key', () => {
    const stored = { on: false, topics: true, endpoint: { url: 'https://api.example/v1', model: 'small', secretSet: true, state: null }, learned: { corrections: 0, topicExamples: 0, at: null } }
    expect(valuesOf(stored)).toEqual({ on: false, topics: true, by: 'endpoint', url: 'https://api.example/v1', model: 'small', secret: '' })
    expect(valuesOf({ ...stored, endpoint: null })).toMatchObject({ by: 'here', url: '', model: '' })
  })
})

describe('what is wrong', () => {
  it.each([['', 'url'], ['rubbish', 'url'], ['ftp://api.example', 'url'], ['https://api.example/v1', null], ['http://10.0.0.5:11434/v1', null]] as const)('the address %j', (url, fault) => {
    expect(faultOf('url', values({ url }))).toBe(fault)
  })
  it('is nothing while this machine reads', () => {
    expect([faultOf('url', values({ by: 'here', url: '' })), faultOf('model', values({ by: 'here', model: '' })), faultOf('model', values({ model: ' ' }))]).toEqual([null, null, 'model'])
  })
})
