import type { Path } from '../../../src/base/index.ts'
import type { YamlNode } from '../../../src/yaml/index.ts'
import { valueOf } from '../../../src/yaml/index.ts'
import { Section } from '../../ui/index.ts'
import { Choice } from './Choice.tsx'
import { convertLoop } from './loops.ts'
import { summaryOf } from './summary.ts'

const loops = ['withItems', 'withParam', 'withSequence'] as const

const group = { need: 'at-most-one', fields: loops } as const

/** What a step is repeated over: items, a list from a reference, or numbers. */
export function LoopSection({
  type,
  path,
  node,
}: {
  /** `WorkflowStep` or `DAGTask`. */
  readonly type: string
  readonly path: Path
  readonly node: YamlNode
}) {
  const present = loops.filter((key) => valueOf(node, key) !== undefined)
  const [first] = present
  return (
    <Section
      title="Loop"
      level={3}
      defaultOpen={first !== undefined}
      summary={first === undefined ? 'once' : `${first}: ${summaryOf(valueOf(node, first))}`}
    >
      <Choice
        type={type}
        group={group}
        path={path}
        node={node}
        label="Repeat over"
        convert={convertLoop}
      />
    </Section>
  )
}
