import type { TemplateAddress, TemplateView } from '../../src/argo/index.ts'
import { leafFacts, runFacts, type LeafFact } from '../../src/graph/index.ts'
import { useActions, useScene } from '../store/index.ts'
import { callersOf } from './leaf-callers.ts'
import styles from './LeafPicture.module.css'

/** What a template takes, does and gives, from left to right, and who calls it. */
export function LeafPicture({
  template,
  address,
}: {
  readonly template: TemplateView
  readonly address: TemplateAddress
}) {
  const { inputs, outputs } = template
  const facts = leafFacts(template)
  const more = runFacts(template)
  return (
    <div className={styles.picture}>
      <Ports title="Inputs" ports={[...inputs.parameters, ...inputs.artifacts]} />
      <div className={styles.body}>
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map((fact, index) => (
              <Fact key={index} fact={fact} />
            ))}
          </dl>
        )}
        {more.length > 0 && (
          <ul className={styles.chips} aria-label="How it runs">
            {more.map(({ label, value }) => (
              <li key={label} className={styles.chip}>
                {label}: {value}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Ports title="Outputs" ports={[...outputs.parameters, ...outputs.artifacts]} />
      <Callers address={address} />
    </div>
  )
}

function Fact({ fact: { label, value, look } }: { readonly fact: LeafFact }) {
  return (
    <div className={styles.fact} data-look={look}>
      <dt>{label}</dt>
      <dd>{look === 'block' ? <pre>{value}</pre> : value}</dd>
    </div>
  )
}

type Port =
  TemplateView['inputs']['parameters'][number] | TemplateView['inputs']['artifacts'][number]

function Ports({ title, ports }: { readonly title: string; readonly ports: readonly Port[] }) {
  return (
    <section className={styles.ports} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {ports.length === 0 && <p className={styles.none}>None</p>}
      <ul>
        {ports.map((port, index) => (
          <li key={index} className={styles.port}>
            <span className={styles.portName}>{port.name ?? '(no name)'}</span>
            <span className={styles.portFact}>{portWords(port)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function portWords(port: Port): string {
  if (!('enum' in port)) return port.path ?? 'artifact'
  const value = port.value ?? port.default
  if (port.enum.length > 0)
    return port.enum.join(' | ') + (value === undefined ? '' : ` = ${value}`)
  return value === undefined ? (port.hasValueFrom ? 'has valueFrom' : '') : `= ${value}`
}

function Callers({ address }: { readonly address: TemplateAddress }) {
  const { manifest, tree, document } = useScene()
  const actions = useActions()
  const callers = callersOf(tree, manifest, document, address)
  if (callers.length === 0) return <p className={styles.callers}>Nothing in this file calls it.</p>
  return (
    <div className={styles.callers}>
      <span>Called by</span>
      {callers.slice(0, 12).map(({ path, words, template }) => (
        <button
          key={path.join('/')}
          type="button"
          className={styles.link}
          onClick={() => {
            if (template !== undefined) actions.showTemplate(template)
            actions.select(template === undefined ? [] : [{ document, path }])
          }}
        >
          {words}
        </button>
      ))}
      {callers.length > 12 && <span>and {callers.length - 12} more</span>}
    </div>
  )
}
