// What is checked of a request, and how strictly.
import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'

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
    if (definition.httpPart === 'body') return ofBody(definition)
    return definition.httpPart === 'querystring' ? withoutNul(ofAddress(definition)) : ofAddress(definition)
  })
}

/**
 * PostgreSQL refuses a text with NUL, and no search or filter means one: refused here, no route has to think of it. In a path it
 * names nothing and is answered with 404 as any other unknown name; in a body a text is stored without it (db/storable.ts).
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
