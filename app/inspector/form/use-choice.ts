import { useRef } from 'react'
import type { Path } from '../../../src/base/index.ts'
import { fieldsOf, type FieldType } from '../../../src/schema/index.ts'
import {
  anchorsOf,
  toValue,
  valueOf,
  type JsonValue,
  type YamlNode,
} from '../../../src/yaml/index.ts'
import { useActions, useDesigner } from '../../store/index.ts'
import { useEdits } from '../commands.ts'
import { planOf } from './form-plan.ts'
import { labelOf } from './labels.ts'

/** What a value of one variant is as another; nothing where it cannot be carried over. */
export type ConvertVariant = (from: string, to: string, value: JsonValue) => JsonValue | undefined

export interface ChoiceState {
  /** The variants that are there: one, unless the file is wrong. */
  readonly present: readonly string[]
  readonly labelOfKey: (key: string) => string
  /** Puts a variant in place of those that are there; nothing for none at all. `fresh` is what it begins as. */
  readonly choose: (next: string | undefined, fresh?: JsonValue) => void
}

/** Choosing between fields that exclude each other. What another one had is kept for as long as the form is open, and a note says that it went. */
export function useChoice(
  type: string,
  keys: readonly string[],
  path: Path,
  node: YamlNode | undefined,
  convert?: ConvertVariant,
): ChoiceState {
  const edits = useEdits()
  const actions = useActions()
  const designer = useDesigner()
  const remembered = useRef(new Map<string, JsonValue>())
  const plan = planOf(type)
  const labelOfKey = (key: string): string => plan?.fields[key]?.label ?? labelOf(key)
  const present = keys.filter((key) => valueOf(node, key) !== undefined)

  const choose = (next: string | undefined, fresh?: JsonValue): void => {
    const { document } = designer.scene().manifest
    const anchors = document.hasAnchors
      ? anchorsOf((document.outer ?? document).root)
      : new Map<string, YamlNode>()
    const gone: string[] = []
    let carried: JsonValue | undefined
    for (const key of present) {
      const old = valueOf(node, key)
      const value = old === undefined ? undefined : toValue(old, anchors)
      if (value === undefined || value === null) continue
      remembered.current.set(key, value)
      carried ??= next === undefined ? undefined : convert?.(key, next, value)
      if (carried === undefined && !isVoid(value)) gone.push(labelOfKey(key))
    }
    const field = next === undefined ? undefined : fieldsOf(type).get(next)
    const known = next === undefined ? undefined : remembered.current.get(next)
    const refused = edits.run('setFields', {
      fields: [
        ...(next === undefined || field === undefined
          ? []
          : [{ path: [...path, next], value: carried ?? known ?? fresh ?? blank(field.type) }]),
        ...present.map((key) => ({ path: [...path, key], value: null })),
      ],
    })
    if (refused === undefined && gone.length > 0)
      actions.notify({
        tone: 'info',
        text: `${gone.join(' and ')} went from the file. Choosing it again brings it back, and so does undo.`,
      })
  }
  return { present, labelOfKey, choose }
}

function isVoid(value: JsonValue): boolean {
  return value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
}

/** What a variant begins as. */
function blank(type: FieldType): JsonValue {
  switch (type.kind) {
    case 'object':
    case 'map':
    case 'any':
      return {}
    case 'list':
      return []
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return type.kind === 'integer' ? (type.min ?? 0) : 0
    case 'enum':
      return type.values[0]?.value ?? ''
    default:
      return ''
  }
}
