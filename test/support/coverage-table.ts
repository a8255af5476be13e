import { coverageOf, type Coverage } from '../../app/inspector/known-fields.ts'
import { allTypes, typeWords, type Field, type ObjectType } from '../../src/schema/index.ts'

/** The types of which every field is listed; of the others, fields are counted. */
export const listedTypes: readonly string[] = [
  'Template',
  'WorkflowStep',
  'DAGTask',
  'WorkflowSpec',
  'CronWorkflowSpec',
]

const ways: readonly Coverage[] = ['form', 'generated form', 'YAML']

/** The text of `docs/coverage.md`: how each field of the API is edited, as the inspector itself decides it. */
export function coverageText(): string {
  const types = allTypes()
  const listed = listedTypes.flatMap((name) => types.filter((type) => type.name === name))
  return `# What can be edited, and how

Every field of the API that a manifest can have, from the description in \`src/schema\`, and how the inspector edits it: in a form made by hand, in a form that
is generated from the description, or as YAML, where the API takes anything. In the YAML of the code pane all of them are completed and explained.

This page is made by \`npm run docs\`; a test fails when it is out of date, and another when the description lacks a field.

${countTable('All', types)}
${listed.map((type) => `## ${type.name}\n\n${type.doc}\n\n${fieldTable(type)}`).join('\n')}
## All types

${table(
  ['type', 'fields', ...ways],
  types.map((type) => [
    `\`${type.name}\``,
    String(type.fields.size),
    ...ways.map((way) => count([type], way)),
  ]),
)}`
}

function countTable(label: string, types: readonly ObjectType[]): string {
  const rows = [
    ...listedTypes.map(
      (name) => [`\`${name}\``, types.filter((type) => type.name === name)] as const,
    ),
    [`${label} ${String(types.length)} types`, types] as const,
  ]
  return table(
    ['', 'fields', ...ways],
    rows.map(([name, chosen]) => [name, total(chosen), ...ways.map((way) => count(chosen, way))]),
  )
}

function fieldTable(type: ObjectType): string {
  return table(
    ['field', 'is', 'edited with', 'versions'],
    [...type.fields].map(([key, field]) => [
      `\`${key}\``,
      `${typeWords(field.type)}${field.required ? ', required' : ''}`,
      coverageOf(type.name, key),
      versions(field),
    ]),
  )
}

function versions({ since, until, deprecated }: Field): string {
  const words = [
    ...(since === undefined ? [] : [`from ${since}`]),
    ...(until === undefined ? [] : [`before ${until}`]),
    ...(deprecated === undefined || until !== undefined ? [] : ['deprecated']),
  ]
  return words.join(', ')
}

function total(types: readonly ObjectType[]): string {
  return String(types.reduce((sum, { fields }) => sum + fields.size, 0))
}

function count(types: readonly ObjectType[], way: Coverage): string {
  const keys = types.flatMap(({ name, fields }) =>
    [...fields.keys()].filter((key) => coverageOf(name, key) === way),
  )
  return String(keys.length)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${lines.join('\n')}\n`
}
