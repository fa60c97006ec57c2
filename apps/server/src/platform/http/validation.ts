// What is checked of a request, and how strictly.
import { AjvCompiler } from '@fastify/ajv-compiler'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'

// Its type declares the schema as argument; what it reads is Fastify's definition with the schema in it.
const compile = (coerceTypes: false | 'array') => AjvCompiler()({}, { customOptions: { coerceTypes, removeAdditional: false, allErrors: true } }) as unknown as FastifySchemaCompiler<unknown>

/**
 * An address holds only text, so its numbers are read from it. A body is JSON and says itself what is a number: with
 * coercion, `null` where text or null may stand became "", and where a list or null may stand [""].
 */
export function checkRequests(app: FastifyInstance) {
  const ofBody = compile(false)
  const ofAddress = compile('array')
  app.setValidatorCompiler((definition) => (definition.httpPart === 'body' ? ofBody : ofAddress)(definition))
}
