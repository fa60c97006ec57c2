// One definition of a route serves the server (validation, permission), the OpenAPI document and the web's types.
import type { Static, TSchema } from 'typebox'
import type { RoutePermission } from './permissions.ts'

export interface RouteDefinition {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with `:id` style parameters. */
  path: string
  permission: RoutePermission
  summary: string
  tag: string
  params?: TSchema
  query?: TSchema
  body?: TSchema
  /** What a success answers; absent for byte streams and upgrades. */
  response?: TSchema
  status?: 200 | 201 | 202
}

export const route = <const R extends RouteDefinition>(definition: R): R => definition

type Of<T> = T extends TSchema ? Static<T> : undefined
export type ParamsOf<R extends RouteDefinition> = Of<R['params']>
export type QueryOf<R extends RouteDefinition> = Of<R['query']>
export type BodyOf<R extends RouteDefinition> = Of<R['body']>
export type ResponseOf<R extends RouteDefinition> = R['response'] extends TSchema ? Static<R['response']> : unknown
