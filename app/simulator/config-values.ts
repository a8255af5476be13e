import type { ParameterView } from '../../src/argo/index.ts'
import type { RunOptions } from '../../src/simulate/index.ts'
import { valueOf, type YamlNode } from '../../src/yaml/index.ts'

/** Where a parameter takes its value from when nobody gives one. */
export interface ConfigValue {
  /** Of the ConfigMap. */
  readonly name: string
  readonly key: string
  /** What is there, or the default; nothing when no open file has it. */
  readonly value: string | undefined
}

/** The value of a parameter that names a ConfigMap; nothing for others. */
export function configValueOf(
  { node, isFromConfigMap }: ParameterView,
  configMaps: NonNullable<RunOptions['configMaps']>,
): ConfigValue | undefined {
  if (!isFromConfigMap) return undefined
  const from = valueOf(node, 'valueFrom')
  const reference = valueOf(from, 'configMapKeyRef')
  const name = textOf(valueOf(reference, 'name')) ?? ''
  const key = textOf(valueOf(reference, 'key')) ?? ''
  const value = configMaps[name]?.[key] ?? textOf(valueOf(from, 'default'))
  return { name, key, value }
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.value : undefined
}
