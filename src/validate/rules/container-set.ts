import { mapOf, nameProblem, type SetContainerView } from '../../argo/index.ts'
import type { Finding } from '../problem.ts'
import type { OwnRule } from '../scope.ts'
import { settledName } from '../settled.ts'
import { cycleOf, listedDependencies, unknownDependencies } from './dependencies.ts'

/** A container set needs containers with names of their own that wait for others without a circle. */
export const checkContainerSet: OwnRule = (template, reader) => {
  const { node, type, containers, inputs, outputs } = template
  if (type !== 'containerSet' || reader.field(node, 'containerSet')?.kind !== 'map') return []
  if (containers.length === 0) {
    const message = 'This container set has no container. Write one under `containers:`.'
    return [{ code: 'containers-missing', message, path: ['containerSet'], marks: 'key' }]
  }
  const known = mapOf(containers)
  const places = containers.map((container, index) =>
    listedDependencies(reader, container.node, containerPath(index)),
  )
  // Artifacts and outputs are read and written through this one container.
  const needsMain =
    inputs.artifacts.length + outputs.parameters.length + outputs.artifacts.length > 0
  return [
    ...(needsMain && !known.has('main') ? [withoutMain] : []),
    ...checkNames(containers, (name) => settledName(name, template, reader)),
    ...places.flatMap((named) =>
      unknownDependencies(
        named.filter(({ name }) => !MAYBE_KNOWN.test(name)),
        'container',
        known,
      ),
    ),
    ...cycleOf(
      known,
      'container',
      (name) => places[containers.findIndex((container) => container.name === name)] ?? [],
    ),
  ]
}

/** Tags whose values may be known when Argo looks for what a container waits for. */
const MAYBE_KNOWN = /\{\{\s*(inputs|workflow\.parameters)\./

const withoutMain: Finding = {
  code: 'container-main-missing',
  message:
    'A container set with input artifacts or outputs needs a container of the name main. Name the one main that has them.',
  path: ['containerSet', 'containers'],
  marks: 'key',
}

function containerPath(index: number): readonly (string | number)[] {
  return ['containerSet', 'containers', index]
}

function checkNames(
  containers: readonly SetContainerView[],
  settled: (name: string) => string,
): readonly Finding[] {
  const seen = new Set<string>()
  return containers.flatMap(({ name }, index): Finding[] => {
    const path = containerPath(index)
    if (name === undefined || name === '')
      return [{ code: 'name-missing', message: 'This container has no name. Write `name:`.', path }]
    if (seen.has(name)) {
      const message = `There is another container ${name} in this template. Give this one a name of its own.`
      return [{ code: 'container-duplicate', message, path: [...path, 'name'] }]
    }
    seen.add(name)
    const problem = nameProblem(settled(name))
    if (problem === undefined) return []
    const message = `“${name}” is no name for a container. ${problem}`
    return [{ code: 'name-invalid', message, path: [...path, 'name'] }]
  })
}
