import type { YamlNode } from '../../../src/yaml/index.ts'
import { itemsOf, valueOf } from '../../../src/yaml/index.ts'

/** The schedules of a CronWorkflow's spec as texts; nothing when they have another shape, which the form for all fields shows. */
export function readSchedules(spec: YamlNode | undefined): readonly string[] | undefined {
  const [list, single] = [valueOf(spec, 'schedules'), valueOf(spec, 'schedule')]
  if (list !== undefined && list.kind !== 'seq' && list.kind !== 'empty') return undefined
  const items = itemsOf(list)
  if (items.length === 0 && single !== undefined)
    return single.kind === 'scalar' ? [single.value] : undefined
  const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : []))
  return texts.length === items.length ? texts : undefined
}
