import { describe, expect, it } from 'vitest'
import {
  allTypes,
  objectType,
  type EnumValue,
  type Field,
  type FieldType,
} from '../../../src/schema/index.ts'
import { argoSchema } from '../../support/corpus.ts'
import { readSchema } from '../../support/schema-facts.ts'

/** Objects that had more fields in earlier versions than the one that the schema of today has in their place. */
const earlier = new Set(['CacheConfigMap'])

const fields = allTypes().flatMap(({ name, fields }) =>
  [...fields].map(([key, field]) => ({ place: `${name}.${key}`, key, field })),
)

/**
 * What the schema of Argo says wrong: it knows only texts where numbers and booleans are taken too. And what it has no more, and what we need not
 * know but that it is a map.
 */
const corrected = new Map([
  ['Parameter.value', 'scalar'],
  ['Parameter.default', 'scalar'],
  ['Parameter.enum', 'list of scalar'],
  ['ValueFrom.default', 'scalar'],
  ['Cache.configMap', 'CacheConfigMap'],
  ['Workflow.status', 'map of any'],
  ['CronWorkflow.status', 'map of any'],
  ['PersistentVolumeClaim.status', 'map of any'],
])
/** Needed by Argo, though its schema does not say so. */
const needed = new Set(
  allTypes().flatMap(({ name, fields }) =>
    fields.has('apiVersion') && fields.has('kind') && name.includes('Workflow')
      ? [`${name}.apiVersion`, `${name}.kind`]
      : [],
  ),
)

describe('the description beside the schema of Argo', () => {
  const text = argoSchema()
  const schema = text === undefined ? undefined : readSchema(text)
  it.skipIf(schema === undefined)('has the same objects', () => {
    expect(
      allTypes()
        .flatMap(({ name }) => (earlier.has(name) ? [] : [name]))
        .sort(),
    ).toEqual([...(schema?.keys() ?? [])].sort())
  })
  it.skipIf(schema === undefined)('has the same fields, and those that are no more', () => {
    const described = fields.flatMap(({ place, field }) =>
      field.until === undefined && !earlier.has(place.split('.')[0] ?? '') ? [place] : [],
    )
    const known = [...(schema ?? [])].flatMap(([name, { fields }]) =>
      [...fields.keys()].map((key) => `${name}.${key}`),
    )
    expect(described.sort()).toEqual(known.sort())
    expect(known.length).toBeGreaterThan(900)
  })
  it.skipIf(schema === undefined)('has the same types', () => {
    for (const { place, key, field } of fields) {
      const [owner = ''] = place.split('.')
      const word = corrected.get(place) ?? schema?.get(owner)?.fields.get(key)
      if (word !== undefined) expect(`${place}: ${typeWord(field.type)}`).toBe(`${place}: ${word}`)
    }
  })
  it.skipIf(schema === undefined)('needs the same fields', () => {
    for (const { place, key, field } of fields) {
      const [owner = ''] = place.split('.')
      const isNeeded = schema?.get(owner)?.required.includes(key) === true || needed.has(place)
      expect(`${place} ${String(field.required)}`).toBe(`${place} ${String(isNeeded)}`)
    }
  })
})

describe('the description', () => {
  it('refers to what is there', () => {
    for (const { place, field } of fields)
      for (const name of references(field.type)) expect(objectType(name), place).toBeDefined()
  })
  it('groups fields that are there', () => {
    for (const { name, groups, fields } of allTypes())
      for (const key of groups.flatMap((group) => group.fields))
        expect(fields.has(key.split('.')[0] ?? ''), `${name}.${key}`).toBe(true)
  })
  it('explains everything in a sentence of its own', () => {
    const first = new Map<string, { place: string; field: Field }>()
    for (const { place, field } of fields) {
      expect(field.doc, place).toMatch(/^[A-Z`].{8,170}[.]$/)
      expect(field.doc, place).not.toMatch(/[.] [A-Z]|\n|'/)
      if (field.deprecated !== undefined) expect(field.deprecated, place).toMatch(/^[A-Z].+\.$/)
      const same = first.get(field.doc)
      // What several objects share is one field, written once.
      expect(same === undefined || same.field === field, `${place} and ${same?.place ?? ''}`).toBe(
        true,
      )
      first.set(field.doc, { place, field })
      for (const { value, doc } of valuesOf(field.type))
        expect(doc, `${place} ${value}`).toMatch(/^[A-Z].+\.$/)
    }
    for (const { name, doc } of allTypes()) expect(doc, name).toMatch(/^[A-Z].{5,170}[.]$/)
  })
  it('says when fields came and went', () => {
    const dated = fields.filter(({ field }) => field.since ?? field.until)
    expect(dated.length).toBeGreaterThan(20)
    for (const { place, field } of dated)
      if (field.until !== undefined) expect(field.deprecated, place).toBeDefined()
  })
})

function references(type: FieldType): string[] {
  if (type.kind === 'list' || type.kind === 'map') return references(type.of)
  return type.kind === 'object' ? [type.name] : []
}

function valuesOf(type: FieldType): readonly EnumValue[] {
  if (type.kind === 'list' || type.kind === 'map') return valuesOf(type.of)
  return type.kind === 'enum' ? type.values : []
}

function typeWord(type: FieldType): string {
  switch (type.kind) {
    case 'list':
    case 'map':
      return `${type.kind} of ${typeWord(type.of)}`
    case 'object':
      return type.name
    case 'enum':
      return 'text'
    default:
      return type.kind
  }
}
