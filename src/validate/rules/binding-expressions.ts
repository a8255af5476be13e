import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { parseExpr } from '../../expression/index.ts'
import type { YamlNode } from '../../yaml/index.ts'
import { bindingPlaces } from '../expression-places.ts'
import type { Finding } from '../problem.ts'
import { inExpression } from './expressions.ts'

/** The selector of a WorkflowEventBinding and what it makes of an event are expressions as a whole; paths are the document's. */
export function checkBindingExpressions(
  root: YamlNode | undefined,
  reader: FieldReader,
): readonly Finding[] {
  const spec = reader.field(root, 'spec')
  const submit = reader.field(spec, 'submit')
  const metadata = reader.field(submit, 'metadata')
  const parameters = reader.field(reader.field(submit, 'arguments'), 'parameters')
  const read = (
    node: YamlNode | undefined,
    path: Path,
    key: string,
    place: keyof typeof bindingPlaces,
  ): readonly Finding[] => {
    const text = reader.text(node, key) ?? ''
    if (text === '' && place !== 'selector') return []
    const expression = { parsed: parseExpr(text), from: 0, isWhole: true }
    const at = { path: ['spec', ...path, key], text }
    return node === undefined ? [] : inExpression(at, expression, bindingPlaces[place])
  }
  return [
    ...read(reader.field(spec, 'event'), ['event'], 'selector', 'selector'),
    ...['name', 'generateName'].flatMap((key) =>
      read(metadata, ['submit', 'metadata'], key, 'metadata'),
    ),
    ...['labels', 'annotations'].flatMap((list) => {
      const node = reader.field(metadata, list)
      return reader
        .keys(node)
        .flatMap((key) => read(node, ['submit', 'metadata', list], key, 'metadata'))
    }),
    ...reader.items(parameters).flatMap((item, index) => {
      const path = ['submit', 'arguments', 'parameters', index, 'valueFrom']
      return read(reader.field(item, 'valueFrom'), path, 'event', 'argument')
    }),
  ]
}
