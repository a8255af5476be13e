import { documentAt, styleOf, type YamlTree } from '../yaml/index.ts'
import { cursorAt, pathOf, type Cursor } from './cursor/cursor.ts'
import { code, explainField, typeWords, valuesOf } from './explain.ts'
import { kindType, objectType, typeAt, type Place } from './lookup.ts'
import type { EnumValue, Field, FieldType, ObjectType } from './model.ts'
import { namesAt } from './names.ts'
import { flowSnippet, flowValue, itemSnippet, keySnippet, plain, type Layout } from './snippet.ts'

/** Something that could be written at the cursor. */
export interface Completion {
  readonly kind: 'field' | 'value' | 'name' | 'item'
  readonly label: string
  /** A few words beside it. */
  readonly detail: string
  /** What it is for, in Markdown. */
  readonly doc: string
  /** What is put in. Further lines bring their indentation. */
  readonly insert: string
  /** Whether that is a snippet, in which `$1` is the first place to type at; it is plain text otherwise. */
  readonly isSnippet: boolean
  readonly isDeprecated: boolean
  /** Whether there are likely to be completions for what comes next. */
  readonly leads: boolean
}

export interface Completions {
  /** What is replaced. */
  readonly from: number
  readonly to: number
  /** The best first. */
  readonly items: readonly Completion[]
}

/**
 * What could be written at an offset of the text: keys that the object there does not have yet, values of enumerations, names of templates,
 * tasks and inputs. The place is told from the text, which may be broken there; names come from `tree`, the last one that was good.
 */
export function completionsAt(
  tree: YamlTree,
  text: string,
  offset: number,
): Completions | undefined {
  const cursor = cursorAt(text, offset)
  if (cursor === undefined) return undefined
  const document = documentAt(tree, offset)
  const items = itemsFor(cursor, tree, document)
  if (items.length === 0) return undefined
  const { from, to, slot } = cursor
  // A value needs a blank after its colon.
  const lead = slot === 'value' && text[from - 1] === ':' ? ' ' : ''
  return {
    from,
    to,
    items: lead === '' ? items : items.map((item) => ({ ...item, insert: lead + item.insert })),
  }
}

function itemsFor(cursor: Cursor, tree: YamlTree, document: number): readonly Completion[] {
  const place = placeOf(cursor)
  if (place === undefined) return []
  const { type } = place
  if (cursor.slot === 'value') return valueItems(place, cursor, tree, document)
  const layout = styleOf(tree, document)
  if (type.kind === 'object') {
    const owner = objectType(type.name)
    if (owner === undefined) return []
    const above = cursor.above === undefined ? undefined : owner.fields.get(cursor.above)
    const list = above === undefined ? [] : listItems(above.type, above, cursor, layout)
    return [...list, ...fieldItems(owner, cursor, layout)]
  }
  if (type.kind === 'map') return keyItems(type, cursor, layout)
  if (cursor.slot === 'key') return []
  const list = listItems(type, place.field, cursor, layout)
  return list.length > 0 ? list : valueItems(place, cursor, tree, document)
}

/** A dash, where a list is to begin or an item of a list is itself one. */
function listItems(
  type: FieldType,
  field: Field | undefined,
  { column }: Cursor,
  layout: Layout,
): readonly Completion[] {
  if (type.kind !== 'list' || column === undefined) return []
  const insert = itemSnippet(type.of, column, layout)
  const label = `- ${insert.slice(2).split(/[\n$]/)[0] ?? ''}`.trim()
  const detail = typeWords(type.of)
  return [
    {
      ...blank,
      isSnippet: true,
      kind: 'item',
      label,
      detail,
      doc: field?.doc ?? '',
      insert,
      leads: true,
    },
  ]
}

const blank = { isDeprecated: false, isSnippet: false, leads: false }

/** What is known of the cursor's place. A manifest that does not say its kind yet is taken for a workflow. */
export function placeOf({ kind, way, slot }: Cursor): Place | undefined {
  const path = pathOf(way)
  if (slot === 'value' && path.length === 1 && path[0] === 'kind') return kindPlace
  return typeAt(kind ?? 'Workflow', path)
}

const kindPlace: Place = {
  type: {
    kind: 'enum',
    open: false,
    values: ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow'].map(
      (value) => ({
        value,
        doc: kindType(value)?.doc ?? '',
      }),
    ),
  },
}

function fieldItems(owner: ObjectType, cursor: Cursor, layout: Layout): readonly Completion[] {
  const others = cursor.others()
  const ranked = [...owner.fields].flatMap(([key, field], index) => {
    if (others.has(key) || (field.until !== undefined && key !== cursor.word)) return []
    const rival = rivalOf(owner, key, others)
    const rank =
      field.deprecated !== undefined ? 3 : rival !== undefined ? 2 : field.required ? 0 : 1
    return [{ rank, index, item: fieldItem(owner, key, field, rival, cursor, layout) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank || a.index - b.index).map(({ item }) => item)
}

/** A field that is there and excludes this one. */
function rivalOf(
  { groups }: ObjectType,
  key: string,
  others: ReadonlyMap<string, string>,
): string | undefined {
  for (const { fields } of groups) {
    const rival = fields.includes(key)
      ? fields.find((field) => field !== key && others.has(field))
      : undefined
    if (rival !== undefined) return rival
  }
  return undefined
}

function fieldItem(
  owner: ObjectType,
  key: string,
  field: Field,
  rival: string | undefined,
  cursor: Cursor,
  layout: Layout,
): Completion {
  const { type, required, since, deprecated } = field
  const detail = [
    typeWords(type),
    ...(required ? ['required'] : []),
    ...(rival === undefined ? [] : [`not with ${rival}`]),
    ...(since === undefined ? [] : [`Argo ${since}`]),
  ].join(' · ')
  return {
    kind: 'field',
    label: key,
    detail,
    doc: explainField(field, key, owner).join('\n\n'),
    insert: insertKey(key, type, cursor, layout),
    isSnippet: !cursor.hasColon,
    isDeprecated: deprecated !== undefined,
    leads: leads(type),
  }
}

function keyItems(
  type: FieldType & { kind: 'map' },
  cursor: Cursor,
  layout: Layout,
): readonly Completion[] {
  const others = cursor.others()
  return type.keys
    .filter(({ value }) => !others.has(value))
    .map(({ value, doc }) => ({
      ...blank,
      kind: 'field',
      label: value,
      detail: typeWords(type.of),
      doc,
      insert: insertKey(value, type.of, cursor, layout),
      isSnippet: !cursor.hasColon,
      leads: leads(type.of),
    }))
}

function insertKey(key: string, type: FieldType, cursor: Cursor, layout: Layout): string {
  if (cursor.hasColon) return plain(key)
  return cursor.column === undefined
    ? flowSnippet(key, type)
    : keySnippet(key, type, cursor.column, layout)
}

function valueItems(
  place: Place,
  cursor: Cursor,
  tree: YamlTree,
  document: number,
): readonly Completion[] {
  const { type } = place
  const known =
    type.kind === 'boolean' ? booleans(place.field) : type.kind === 'enum' ? valuesOf(type) : []
  const isIndex = typeof cursor.way.at(-1)?.part === 'number'
  // Within brackets an object is an item of a list; after a colon it would have to go on below.
  const inBrackets =
    cursor.slot === 'value' && isIndex && (type.kind === 'object' || type.kind === 'list')
  return [
    ...known.map(({ value, doc }): Completion => ({
      ...blank,
      kind: 'value',
      label: value,
      detail: value === place.field?.default ? 'default' : '',
      doc,
      insert: type.kind === 'boolean' ? value : plain(value),
    })),
    ...namesAt(tree, document, cursor, type).map(({ name, detail }): Completion => ({
      ...blank,
      kind: 'name',
      label: name,
      detail,
      doc: '',
      insert: plain(name),
    })),
    ...(inBrackets
      ? [
          {
            ...blank,
            isSnippet: true,
            kind: 'item',
            label: '{ }',
            detail: typeWords(type),
            doc: '',
            insert: flowValue(type),
            leads: true,
          } as const,
        ]
      : []),
  ]
}

function booleans(field: Field | undefined): readonly EnumValue[] {
  return ['true', 'false'].map((value) => ({ value, doc: field?.doc ?? code(value) }))
}

/** Whether something can be offered right after a key of that type, or within its first item. */
function leads(type: FieldType): boolean {
  switch (type.kind) {
    case 'boolean':
    case 'enum':
    case 'object':
      return true
    case 'text':
      return type.flavour === 'template' || type.flavour === 'task'
    case 'list':
      return type.of.kind !== 'object' && leads(type.of)
    case 'map':
      return type.keys.length > 0
    default:
      return false
  }
}
