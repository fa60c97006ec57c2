/*
 * The text depends on the form of the conditions alone (fields, operators, whether `@none` is among the values, whether
 * a list is empty once "me" is nobody), so equal forms share a prepared statement. Comparisons keep the bare
 * column on the left wherever an index could serve them.
 */
import type { Bind, FieldDefinition, Registry } from './fields.ts'
import { foldSql } from './fold-text.ts'
import type { ConditionGroup } from './group.ts'
import { resolve, type ConditionContext, type Resolved } from './resolve.ts'
import type { Test } from './resolve-test.ts'

/**
 * A condition for WHERE. Every value is bound. It may be NULL where it is not true: whoever negates or selects it
 * writes `(…) is true`.
 * @throws ConditionsError when the conditions would not pass checkConditions.
 */
export function toSql<Row>(group: ConditionGroup, registry: Registry<FieldDefinition<Row>>, { bind, context }: { bind: Bind; context: ConditionContext }): string {
  const resolved = resolve(group, registry, context)
  return resolved === null ? 'true' : render(resolved, bind)
}

function render<Row>(node: Resolved<Row>, bind: Bind): string {
  if (node.kind !== 'test') return `(${node.parts.map((part) => render(part, bind)).join(node.kind === 'all' ? ' and ' : ' or ')})`
  const { field, test, negated } = node
  const x = typeof field.sql === 'string' ? field.sql : field.sql(bind)
  // The one a partial index is likely to be made for.
  if (test.kind === 'empty' && negated && field.type !== 'text' && field.type !== 'choices' && field.type !== 'number') return `(${x}) is not null`
  const sql = renderTest(field, test, x, bind)
  return negated ? `(${sql}) is not true` : `(${sql})`
}

function renderTest<Row>(field: FieldDefinition<Row>, test: Test, x: string, bind: Bind): string {
  const type = sqlType(field)
  switch (test.kind) {
    case 'empty': return renderEmpty(field, x)
    case 'ids': return renderIds(test, x, type, bind)
    case 'has': return `(${x}) ${test.all ? '@>' : '&&'} ${bind(test.ids)}::${type}[]`
    case 'text': return renderText(test, foldSql(x), bind)
    // Offered by no field that is asked in SQL.
    case 'mentions': throw new TypeError(`The field "${field.name}" finds words in their forms, which SQL cannot: compile these conditions to a predicate.`)
    case 'numbers': return `${number(x)} = any(${bind(test.numbers)}::float8[])`
    case 'boolean': return `(${x}) = ${bind(test.value)}::boolean`
    case 'compare': {
      const left = type === 'float8' ? number(x) : type === 'text' ? `(${x}) collate "C"` : `(${x})`
      return test.bounds.map(([order, value]) => `${left} ${order} ${bind(type === 'timestamptz' ? new Date(value).toISOString() : value)}::${type}`).join(' and ')
    }
  }
}

function sqlType<Row>(field: FieldDefinition<Row>): string {
  switch (field.type) {
    case 'number': return 'float8'
    case 'instant': return 'timestamptz'
    case 'date': return field.dates ?? 'date'
    default: return field.ids ?? 'text'
  }
}

/** Compared as JavaScript counts. Its "not a number" is an empty field here. */
const number = (x: string) => `nullif((${x})::float8, 'NaN')`

function renderEmpty<Row>(field: FieldDefinition<Row>, x: string): string {
  switch (field.type) {
    case 'text': return `coalesce((${x})::text, '') = ''`
    case 'choices': return `coalesce(cardinality(${x}), 0) = 0`
    case 'number': return `${number(x)} is null`
    default: return `(${x}) is null`
  }
}

function renderIds({ ids, none }: Test & { kind: 'ids' }, x: string, type: string, bind: Bind): string {
  const some = ids.length === 0 ? null : ids.length === 1 ? `(${x}) = ${bind(ids[0])}::${type}` : `(${x}) = any(${bind(ids)}::${type}[])`
  if (!none) return some ?? 'false'
  return some === null ? `(${x}) is null` : `(${x}) is null or ${some}`
}

function renderText({ how, texts }: Test & { kind: 'text' }, folded: string, bind: Bind): string {
  if (how === 'equals') return `${folded} = any(${bind(texts)}::text[])`
  const text = `${bind(texts[0])}::text`
  switch (how) {
    case 'contains': return `strpos(${folded}, ${text}) > 0`
    case 'begins': return `starts_with(${folded}, ${text})`
    case 'ends': return `right(${folded}, char_length(${text})) = ${text}`
  }
}
