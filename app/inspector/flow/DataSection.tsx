import { TriangleAlert } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import type { Path } from '../../../src/base/index.ts'
import {
  consumersOf,
  flowOf,
  producersOf,
  referenceRange,
  takerOf,
  type DataInput,
  type DataUse,
  type Flow,
  type Origin,
} from '../../../src/flow/index.ts'
import { useActions, useScene } from '../../store/index.ts'
import { Section } from '../../ui/index.ts'
import styles from './DataSection.module.css'

/** More lines than these are only counted. */
const SHOWN = 40

/** Where each input of a step comes from, and who uses its outputs. Every line leads there. */
export function DataSection({ path }: { readonly path: Path }) {
  const { tree, document } = useScene()
  const key = path.join('/')
  const found = useMemo(() => {
    const flow = flowOf(tree, document)
    return flow && { flow, inputs: producersOf(flow, path), uses: consumersOf(flow, path) }
    // A path is the same when its parts are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tree, document, key])
  if (found === undefined) return null
  const { flow, inputs, uses } = found
  const count = inputs.length + uses.length
  return (
    <Section title="Data" count={count === 0 ? undefined : count}>
      <h3 className={styles.title}>Inputs come from</h3>
      <List empty="Nothing: it takes no value of others." rest={inputs.length - SHOWN}>
        {inputs.slice(0, SHOWN).map((input, index) => (
          <Input key={index} flow={flow} input={input} />
        ))}
      </List>
      <h3 className={styles.title}>Outputs are used by</h3>
      <List empty="Nobody in this file." rest={uses.length - SHOWN}>
        {uses.slice(0, SHOWN).map((use, index) => (
          <Use key={index} flow={flow} use={use} />
        ))}
      </List>
    </Section>
  )
}

function List({
  children,
  empty,
  rest,
}: {
  readonly children: readonly ReactNode[]
  readonly empty: string
  readonly rest: number
}) {
  if (children.length === 0) return <p className={styles.none}>{empty}</p>
  return (
    <>
      <ul className={styles.list}>{children}</ul>
      {rest > 0 && <p className={styles.none}>{`and ${String(rest)} more`}</p>}
    </>
  )
}

function Input({ flow, input }: { readonly flow: Flow; readonly input: DataInput }) {
  const actions = useActions()
  const { taker, origin, reference } = input
  const own = (): void =>
    actions.goTo({
      document: reference.document,
      path: reference.path,
      range: referenceRange(flow.tree, reference),
    })
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.end}
        title={`Show where ${taker} is given`}
        onClick={own}
      >
        {taker}
      </button>
      <span className={styles.arrow} data-direction="in" aria-label="from">
        ←
      </span>
      <Stop origin={origin} />
      {origin.problem !== undefined && <Problem text={origin.problem} />}
      <Before origins={origin.from} />
    </li>
  )
}

/** One stop of a way; unresolved ones lead to the text that says them. */
function Stop({ origin }: { readonly origin: Origin }) {
  const actions = useActions()
  const { document, path, label, problem } = origin
  return (
    <button
      type="button"
      className={styles.end}
      data-problem={problem !== undefined || undefined}
      title={`Go to ${label}`}
      onClick={() => actions.goTo({ document, path })}
    >
      {label}
    </button>
  )
}

/** The stops before one: for each caller one, each on a line of its own. */
function Before({ origins }: { readonly origins: readonly Origin[] }) {
  if (origins.length === 0) return null
  return (
    <ul className={styles.before}>
      {origins.slice(0, SHOWN).map((origin, index) => (
        <li key={index} className={styles.item}>
          <span className={styles.arrow} data-direction="in" aria-label="from">
            ←
          </span>
          <Stop origin={origin} />
          {origin.problem !== undefined && <Problem text={origin.problem} />}
          <Before origins={origin.from} />
        </li>
      ))}
    </ul>
  )
}

function Use({ flow, use }: { readonly flow: Flow; readonly use: DataUse }) {
  const actions = useActions()
  const { reference, output, next } = use
  const { reader } = reference
  const { taker } = takerOf(flow, reference)
  const who = reader.name ?? (reader.kind === 'step' ? 'a step without a name' : reader.kind)
  return (
    <li className={styles.item}>
      {output !== '' && <span className={styles.output}>{output}</span>}
      <span className={styles.arrow} data-direction="out" aria-label="to">
        →
      </span>
      <button
        type="button"
        className={styles.end}
        data-problem={reference.problem !== undefined || undefined}
        title={`Go to ${taker} of ${who}`}
        onClick={() =>
          actions.goTo({
            document: reference.document,
            path: reference.path,
            range: referenceRange(flow.tree, reference),
          })
        }
      >
        {who}
        <span className={styles.taker}>{taker}</span>
      </button>
      {reference.problem !== undefined && <Problem text={reference.problem} />}
      {next.length > 0 && (
        <ul className={styles.before}>
          {next.slice(0, SHOWN).map((one, index) => (
            <Use key={index} flow={flow} use={one} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Problem({ text }: { readonly text: string }) {
  return (
    <p className={styles.problem}>
      <TriangleAlert aria-hidden />
      {text}
    </p>
  )
}
