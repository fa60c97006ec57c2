// What is checked of a request, and how strictly.
import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { storable } from '../db/storable.ts'

type Validate = ReturnType<FastifySchemaCompiler<unknown>>

// Its type declares the schema as argument; what it reads is Fastify's definition with the schema in it.
const compile = (coerceTypes: false | 'array') => AjvCompiler()({}, { customOptions: { coerceTypes, removeAdditional: false, allErrors: true } }) as unknown as FastifySchemaCompiler<unknown>

/**
 * An address holds only text, so its numbers are read from it. A body is JSON and says itself what is a number: with
 * coercion, `null` where text or null may stand became "", and where a list or null may stand [""].
 */
export function checkRequests(app: FastifyInstance) {
  const ofBody = compile(false)
  const ofAddress = compile('array')
  app.setValidatorCompiler((definition) => {
    if (definition.httpPart === 'body') return storableFirst(ofBody(definition))
    return definition.httpPart === 'querystring' ? withoutNul(ofAddress(definition)) : ofAddress(definition)
  })
}

/**
 * PostgreSQL refuses a text with NUL, and no search or filter means one: refused here, no route has to think of it. In a path it
 * names nothing and is answered with 404 as any other unknown name; in a body a text is taken without it (`storableFirst`).
 */
function withoutNul(validate: Validate): Validate {
  const checked = (query: Record<string, unknown>) => {
    const field = Object.keys(query).find((name) => [query[name]].flat().some((value) => typeof value === 'string' && value.includes('\0')))
    checked.errors = field === undefined ? null : [{ instancePath: `/${field}`, schemaPath: '#', keyword: 'nul', params: {}, message: 'must not hold the character NUL (%00): leave it out' }]
    if (field !== undefined) return false
    const outcome = validate(query)
    checked.errors = (validate as unknown as typeof checked).errors
    return outcome
  }
  checked.errors = null as unknown
  return checked as unknown as Validate
}

/** Texts of a body are taken as they can be stored, before anything asks whether they are empty or too long: no command has to think of it. */
function storableFirst(validate: Validate): Validate {
  const checked = (body: unknown) => {
    makeStorable(body)
    const outcome = validate(body)
    checked.errors = (validate as unknown as typeof checked).errors
    return outcome
  }
  checked.errors = null as unknown
  return checked as unknown as Validate
}

/** With a list of its own instead of calls: a body may be nested deeper than the stack. */
function makeStorable(body: unknown): void {
  const left = [body]
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value !== 'object' || value === null) continue
    for (const [key, each] of Object.entries(value)) {
      if (typeof each !== 'string') left.push(each ?? null)
      else if (each !== storable(each)) (value as Record<string, unknown>)[key] = storable(each)
    }
  }
}
