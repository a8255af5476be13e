import { hasFailed, isFinal, type RunNode, type Verdict } from '../../src/simulate/index.ts'
import type { ShownRun } from '../store/index.ts'
import { Fact } from './Fact.tsx'
import styles from './NodePane.module.css'
import { momentWords } from './time-axis.ts'
import { spanWords } from './time-words.ts'
import { namedValues, type NamedValue } from './values.ts'

/** What is known of a node: why it is as it is, what it got and what it gave. */
export function NodeFacts({ node, run }: { readonly node: RunNode; readonly run: ShownRun }) {
  const { inputs, outputs, item, memoization, waitingFor } = node
  const before = run.before?.nodeNamed(node.name)
  const start = run.index.timeAt(1)
  const results = [
    ...(outputs?.result === undefined ? [] : [{ name: 'result', value: outputs.result }]),
    ...(outputs?.exitCode === undefined ? [] : [{ name: 'exit code', value: outputs.exitCode }]),
  ]
  return (
    <div className={styles.facts}>
      {node.verdict && <WhenFact verdict={node.verdict} />}
      {hasFailed(node.phase) && node.message !== '' && (
        <Fact name="Why it failed">
          <p className={styles.problem}>{node.message}</p>
          {run.index
            .logAt(node.id)
            .filter(({ source }) => source === 'run')
            .map(({ text }, index) => (
              <p key={index} className={styles.problem}>
                {text}
              </p>
            ))}
        </Fact>
      )}
      {waitingFor !== undefined && <Fact name="Waits for the lock">{waitingFor}</Fact>}
      {item !== undefined && (
        <Fact name={`Item ${String(item.index)}`}>
          <code>{typeof item.value === 'string' ? item.value : JSON.stringify(item.value)}</code>
        </Fact>
      )}
      <Values name="Inputs" values={namedValues(inputs?.parameters)} />
      <Values name="Input artifacts" values={artifactNames(inputs?.artifacts)} />
      <Values
        name={node.isInvented ? 'Outputs (invented)' : 'Outputs'}
        values={[...results, ...(isFinal(node.phase) ? namedValues(outputs?.parameters) : [])]}
      />
      <Values name="Output artifacts" values={artifactNames(outputs?.artifacts)} />
      {before?.outputs?.result !== undefined && before.outputs.result !== outputs?.result && (
        <Fact name="Result in the run before">
          <code>{before.outputs.result}</code>
        </Fact>
      )}
      {before !== undefined && before.phase !== node.phase && (
        <Fact name="Phase in the run before">{before.phase}</Fact>
      )}
      {memoization !== undefined && (
        <Fact name="Cache">{`${memoization.hit ? 'Found' : 'Not found'}: ${memoization.cacheName}/${memoization.key}`}</Fact>
      )}
      <Fact name="Time">
        {`from ${momentWords(node.startedAt - start)}`}
        {node.finishedAt !== undefined &&
          ` to ${momentWords(node.finishedAt - start)}, took ${spanWords(node.finishedAt - node.startedAt)}`}
      </Fact>
      {node.podName !== undefined && (
        <Fact name="Pod">
          <code>{node.podName}</code>
        </Fact>
      )}
      <Fact name="Node">
        <code>{node.name}</code>
      </Fact>
    </div>
  )
}

/** How a `when` came out: as it stands there, with its values, and the answer. */
function WhenFact({ verdict }: { readonly verdict: Verdict }) {
  const { text, filled, values, holds, error } = verdict
  return (
    <Fact name="When">
      <p>
        <code>{text}</code>
      </p>
      {values.map(({ tag, value }, index) => (
        <p key={index} className={styles.value}>
          <code>{tag}</code> was <code>{value === '' ? '(empty)' : value}</code>
        </p>
      ))}
      <p>
        <code>{filled}</code>{' '}
        {error === undefined ? (
          <strong data-tone={holds ? 'success' : 'neutral'} className={styles.answer}>
            {holds ? 'is true: it runs' : 'is false: it is skipped'}
          </strong>
        ) : (
          <span className={styles.problem}>{error}</span>
        )}
      </p>
    </Fact>
  )
}

function Values({
  name,
  values,
}: {
  readonly name: string
  readonly values: readonly NamedValue[]
}) {
  if (values.length === 0) return null
  return (
    <Fact name={name}>
      <dl className={styles.values}>
        {values.map((each) => (
          <div key={each.name}>
            <dt>{each.name}</dt>
            <dd>{each.value === '' ? '(empty)' : each.value}</dd>
          </div>
        ))}
      </dl>
    </Fact>
  )
}

function artifactNames(artifacts: readonly Readonly<Record<string, unknown>>[] | undefined) {
  return (artifacts ?? []).flatMap(({ name, path }) =>
    typeof name === 'string' ? [{ name, value: typeof path === 'string' ? path : 'a file' }] : [],
  )
}
