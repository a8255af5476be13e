import { ClipboardCopy } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { browserClipboard } from '../platform/index.ts'
import { useActions, useDesigner, useRuns } from '../store/index.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { chooseNode } from './choose-node.ts'
import { logText, type ShownLine } from './log-lines.ts'
import styles from './LogView.module.css'
import { useSight } from './use-sight.ts'

const LINE = 18

/** Lines of a log in reading order, each behind the name of its pod. It stays at the end for as long as one looks at the end. */
export function LogView({
  lines,
  label,
  empty,
}: {
  readonly lines: readonly ShownLine[]
  readonly label: string
  readonly empty: string
}) {
  const runs = useRuns()
  const designer = useDesigner()
  const actions = useActions()
  const { ref, from, to, onScroll } = useSight(lines.length, LINE)
  const follow = useEffectEvent(() => {
    const element = ref.current
    if (element === null) return
    const rest = element.scrollHeight - element.clientHeight - element.scrollTop
    if (rest < LINE * 40) element.scrollTop = element.scrollHeight
  })
  useEffect(() => follow(), [lines.length])
  const width = useMemo(
    () => lines.reduce((most, { pod, text }) => Math.max(most, pod.length + text.length), 0),
    [lines],
  )
  const copy = async (): Promise<void> => {
    const done = await browserClipboard().writeText(logText(lines))
    actions.notify(
      done.ok
        ? { tone: 'success', text: 'Log copied.' }
        : { tone: 'warning', text: done.error.message },
    )
  }
  return (
    <div className={styles.view}>
      {lines.length > 0 && (
        <span className={styles.copy}>
          <Button
            size="sm"
            variant="ghost"
            icon={<ClipboardCopy />}
            label="Copy the log"
            onClick={() => void copy()}
          />
        </span>
      )}
      <div
        ref={ref}
        className={styles.lines}
        role="log"
        aria-label={label}
        tabIndex={0}
        onScroll={onScroll}
      >
        {lines.length === 0 && (
          <EmptyState title={empty}>
            Containers do not run here. What they give is made up, unless you say it: choose a node,
            and “Change what it gives”.
          </EmptyState>
        )}
        <div
          className={styles.whole}
          style={{ height: lines.length * LINE, minWidth: `${String(width + 4)}ch` }}
        >
          {lines.slice(from, to).map(({ id, pod, source, text }, offset) => (
            <div
              key={from + offset}
              className={styles.line}
              data-source={source}
              style={{ top: (from + offset) * LINE }}
            >
              <span className={styles.pod} onClick={() => chooseNode(runs, designer, id)}>
                {pod}:
              </span>{' '}
              {text}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
