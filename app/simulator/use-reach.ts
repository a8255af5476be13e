import { useEffect, useState } from 'react'
import type { Reachability } from '../../src/simulate/index.ts'
import { useDesigner } from '../store/index.ts'
import { unrunnable } from './prepare.ts'
import type { ReachAnswer, ReachOrder } from './reach-worker.ts'

export type ReachState =
  | { readonly kind: 'none' }
  | { readonly kind: 'trying' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** `text` is that which was tried. */
  | { readonly kind: 'found'; readonly found: Reachability; readonly text: string }

/** What was found, and what starts the search. */
export type Reaching = readonly [ReachState, () => void]

/** Tries the workflow on the canvas in all its branches when it is told to, with all values of its parameters. */
export function useReach(): Reaching {
  const designer = useDesigner()
  const [state, setState] = useState<ReachState>({ kind: 'none' })
  const [worker, setWorker] = useState<Worker>()
  useEffect(() => () => worker?.terminate(), [worker])
  const start = (): void => {
    const scene = designer.scene()
    const { text } = designer.session.state
    const reason = unrunnable(scene, text)
    if (reason !== undefined) {
      setState({ kind: 'refused', reason })
      return
    }
    const { namespace } = scene.manifest
    const order: ReachOrder = {
      texts: scene.sources.map(({ tree }) => tree.text),
      document: scene.document,
      ...(namespace === undefined ? {} : { namespace }),
    }
    const made = new Worker(new URL('./reach-worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = ({ data }: MessageEvent<ReachAnswer>) => {
      setState(
        data.ok
          ? { kind: 'found', found: data.value, text }
          : { kind: 'refused', reason: data.error },
      )
      made.terminate()
    }
    made.onerror = ({ message }) =>
      setState({ kind: 'refused', reason: `The branches could not be tried: ${message}` })
    made.postMessage(order)
    setWorker(made)
    setState({ kind: 'trying' })
  }
  return [state, start]
}
