import fc from 'fast-check'

/** A step or task before its names are made up. */
interface Part {
  readonly calls: number
  readonly when: string | undefined
  readonly loop: readonly (string | number)[] | undefined
  readonly continues: boolean
  readonly exit: boolean
}

const part: fc.Arbitrary<Part> = fc.record({
  calls: fc.nat(5),
  when: fc.option(fc.constantFrom('true', 'false', 'a == b', '{{workflow.name}} == w', 'a b'), {
    nil: undefined,
    freq: 2,
  }),
  loop: fc.option(fc.array(fc.oneof(fc.nat(9), fc.constantFrom('x', 'y')), { maxLength: 4 }), {
    nil: undefined,
    freq: 3,
  }),
  continues: fc.boolean(),
  exit: fc.nat(9).map((chance) => chance === 0),
})

const leaf = fc.record({
  retries: fc.option(fc.nat(2), { nil: undefined, freq: 2 }),
  policy: fc.constantFrom('Always', 'OnFailure', 'OnError'),
  kind: fc.constantFrom('container', 'container', 'script', 'suspend'),
  timeout: fc.option(fc.constantFrom('1s', '30s'), { nil: undefined, freq: 4 }),
})

const limits = fc.record({
  parallelism: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 }),
  failFast: fc.boolean(),
})

/** A steps or dag template; tasks depend on some of those before them. */
const group = fc.record({
  isDag: fc.boolean(),
  limits,
  lanes: fc.array(fc.array(part, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
})

/**
 * Workflows of up to six templates that call each other, later ones only, with conditions, loops, retries, limits and exit handlers.
 * As JSON, which is YAML.
 */
export const randomWorkflow: fc.Arbitrary<string> = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
    leaves: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    parallelism: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 3 }),
    hasExit: fc.boolean(),
  })
  .map(({ groups, leaves, parallelism, hasExit }) => {
    const names = [
      ...groups.map((_, at) => `g${String(at)}`),
      ...leaves.map((_, at) => `l${String(at)}`),
    ]
    const callable = (from: number, calls: number): string => {
      const later = names.slice(from + 1)
      return later[calls % later.length] ?? 'l0'
    }
    const templates = [
      ...groups.map(({ isDag, limits: own, lanes }, at) => {
        const made = lanes.map((lane, row) =>
          lane.map((one, column) => ({
            name: `s${String(row)}-${String(column)}`,
            template: callable(at, one.calls),
            ...(one.when !== undefined && { when: one.when }),
            ...(one.loop !== undefined && { withItems: one.loop }),
            ...(one.continues && { continueOn: { failed: true, error: true } }),
            ...(one.exit && { hooks: { exit: { template: 'l0' } } }),
          })),
        )
        const name = names[at]
        if (!isDag) return { name, ...own, steps: made }
        const tasks = made.flatMap((lane, row) =>
          lane.map((one) => ({
            ...one,
            dependencies: (made[row - 1] ?? []).map((before) => before.name),
          })),
        )
        return { name, ...own, dag: { failFast: own.failFast, tasks } }
      }),
      ...leaves.map(({ retries, policy, kind, timeout }, at) => ({
        name: `l${String(at)}`,
        ...(retries !== undefined && { retryStrategy: { limit: retries, retryPolicy: policy } }),
        ...(timeout !== undefined && kind !== 'suspend' && { timeout }),
        ...bodies[kind],
      })),
    ]
    return JSON.stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: { name: 'w' },
      spec: {
        entrypoint: 'g0',
        templates,
        ...(parallelism !== undefined && { parallelism }),
        ...(hasExit && { onExit: 'l0' }),
      },
    })
  })

const bodies = {
  container: { container: { image: 'alpine:3.20', command: ['true'] } },
  script: { script: { image: 'alpine:3.20', command: ['sh'], source: 'true' } },
  suspend: { suspend: { duration: '5s' } },
} as const
