import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useActions, useDesigner, useProblemSource, useView } from '../store/index.ts'
import { Badge, Banner, Button, SegmentedControl, Tabs } from '../ui/index.ts'
import styles from './editor.module.css'
import { serveRequests, tryReveal } from './requests.ts'
import { ScriptDesk, type ScriptState } from './script-desk.ts'
import { ScriptPane } from './ScriptPane.tsx'
import { useCode } from './use-code.ts'
import { YamlPane } from './YamlPane.tsx'

/** YAML and scripts. Monaco is loaded when the pane is in sight for the first time. */
export function CodePane() {
  const designer = useDesigner()
  const actions = useActions()
  const tab = useView((view) => view.codeTab)
  const [desk] = useState(() => new ScriptDesk(designer))
  useEffect(() => desk.start(), [desk])
  const script = useSyncExternalStore(desk.subscribe, desk.getState)
  const pane = useRef<HTMLDivElement>(null)
  const { code, failure, retry } = useCode(pane, designer, desk, useProblemSource())

  useEffect(() => {
    if (code === undefined) return
    return serveRequests({
      revealRange(range, focus, explain) {
        actions.setView({ codeTab: 'yaml' })
        return code.yaml.revealRange(range, focus, explain)
      },
    })
  }, [code, actions])

  const { target, hindrance } = script
  const tabs = [
    {
      value: 'yaml',
      label: 'YAML',
      content: <YamlPane code={code} onReady={tryReveal} />,
    },
    {
      value: 'script',
      label: target === undefined ? 'Script' : `Script — ${shortName(target.name)}`,
      badge: hindrance && <Badge tone="warning">Draft</Badge>,
      content: <ScriptPane code={code} desk={desk} state={script} />,
    },
  ]
  return (
    <div ref={pane} className={styles.code}>
      {failure !== undefined && (
        <Banner
          tone="danger"
          actions={
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          }
        >
          The code editor could not be loaded: {failure}
        </Banner>
      )}
      <Tabs
        label="Code"
        fill
        tabs={tabs}
        value={tab}
        onChange={(value) => actions.setView({ codeTab: value === 'script' ? 'script' : 'yaml' })}
        actions={tab === 'script' && <ModeSwitch desk={desk} state={script} />}
      />
    </div>
  )
}

/** Plain or function, for Python: nothing else can be a function. */
function ModeSwitch({ desk, state }: { readonly desk: ScriptDesk; readonly state: ScriptState }) {
  if (state.target?.language !== 'python') return null
  return (
    <SegmentedControl
      label="Show the script as"
      value={state.mode}
      segments={[
        { value: 'plain', label: 'Plain' },
        { value: 'function', label: 'Function' },
      ]}
      onChange={(value) => desk.choose(value === 'function' ? 'function' : 'plain')}
    />
  )
}

function shortName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 39)}…` : name
}
