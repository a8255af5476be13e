import type { EnumValue, Field, FieldType, ObjectType } from './model.ts'

/** A type in a few words, as `list of Parameter`. */
export function typeWords(type: FieldType): string {
  switch (type.kind) {
    case 'text':
      return type.flavour === 'plain' ? 'text' : flavourWords[type.flavour]
    case 'enum':
      return type.open ? 'text, usually one of a few' : 'one of a few texts'
    case 'int-or-text':
      return 'whole number or text'
    case 'integer':
      return 'whole number'
    case 'scalar':
      return 'text, number or boolean'
    case 'any':
      return 'anything'
    case 'list':
      return type.of.kind === 'list'
        ? `list of lists of ${typeWords(type.of.of)}`
        : `list of ${typeWords(type.of)}`
    case 'map':
      return `map of ${typeWords(type.of)}`
    case 'object':
      return type.name
    default:
      return type.kind
  }
}

const flavourWords = {
  multiline: 'text of several lines',
  script: 'program',
  yaml: 'YAML as text',
  json: 'JSON as text',
  expression: 'expression',
  condition: 'condition',
  depends: 'condition over tasks',
  template: 'name of a template',
  task: 'name beside it',
  duration: 'duration',
  quantity: 'quantity',
  cron: 'cron schedule',
  timezone: 'time zone',
  time: 'time',
  path: 'path',
  image: 'image',
  url: 'URL',
  base64: 'base64',
} as const

/** What there is to say of a field, as paragraphs of Markdown. */
export function explainField(field: Field, key: string, owner: ObjectType): readonly string[] {
  const { doc, since, until, deprecated } = field
  const versions = [
    ...(since === undefined ? [] : [`From Argo ${since} on.`]),
    ...(until === undefined ? [] : [`Argo ${until} and later do not have it.`]),
  ]
  return [
    doc,
    ...(deprecated === undefined ? [] : [`**Deprecated.** ${deprecated}`]),
    ...(versions.length === 0 ? [] : [versions.join(' ')]),
    ...facts(field),
    ...excluded(key, owner),
    ...explainValues(field.type),
  ]
}

function facts({ default: preset, example }: Field): readonly string[] {
  const words = [
    ...(preset === undefined ? [] : [`Default: ${code(preset)}`]),
    ...(example === undefined ? [] : [`Example: ${code(example)}`]),
  ]
  return words.length === 0 ? [] : [words.join(' · ')]
}

function excluded(key: string, owner: ObjectType): readonly string[] {
  return owner.groups
    .filter(({ fields }) => fields.includes(key))
    .map(({ need, fields }) => {
      const others = fields.filter((field) => field !== key).map(code)
      const shown = others.length > 6 ? [...others.slice(0, 5), '…'] : others
      return need === 'exactly-one'
        ? `Exactly one is needed of this and ${shown.join(', ')}.`
        : `Not together with ${shown.join(', ')}.`
    })
}

/** The values that a type knows, one a line. */
function explainValues(type: FieldType): readonly string[] {
  const values = valuesOf(type)
  if (values.length === 0) return []
  return [values.map(({ value, doc }) => `- ${code(value)}: ${doc}`).join('\n')]
}

/** The texts that a type knows: values of an enumeration, or keys of a map. */
export function valuesOf(type: FieldType): readonly EnumValue[] {
  if (type.kind === 'enum') return type.values
  if (type.kind === 'map') return type.keys
  return type.kind === 'list' ? valuesOf(type.of) : []
}

/** A text as code in Markdown. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
