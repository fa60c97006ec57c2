// A small body that a schema takes, so that a route's answer says something about access and not about the body.
import type { TSchema } from 'typebox'

interface Shape { type?: string; enum?: unknown[]; const?: unknown; anyOf?: Shape[]; properties?: Record<string, Shape>; required?: string[]; minProperties?: number; minItems?: number; items?: Shape; minLength?: number; pattern?: string; minimum?: number; format?: string }

export function sampleOf(schema: TSchema): unknown {
  return sample(schema as Shape)
}

function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.anyOf) return sample(shape.anyOf[0]!)
  switch (shape.type) {
    case 'object': {
      const properties = Object.entries(shape.properties ?? {})
      const required = properties.filter(([name]) => shape.required?.includes(name))
      const optional = properties.filter(([name]) => !shape.required?.includes(name)).slice(0, Math.max(0, (shape.minProperties ?? 0) - required.length))
      return Object.fromEntries([...required, ...optional].map(([name, inner]) => [name, sample(inner)]))
    }
    case 'array': return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}))
    case 'integer': case 'number': return shape.minimum ?? 0
    case 'boolean': return false
    case 'null': return null
    default: return shape.pattern?.startsWith('^\\d{4}-') ? '2026-01-05' : shape.format === 'email' ? 'sample@example.test' : shape.format === 'date-time' ? '2099-01-01T00:00:00Z' : 'sample'.padEnd(shape.minLength ?? 0, '-')
  }
}
