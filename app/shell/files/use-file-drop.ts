import { useEffect, useEffectEvent, useState } from 'react'
import type { Result } from '../../../src/base/index.ts'
import { readDropped, type FileProblem, type OpenedFile } from '../../platform/index.ts'

/** Takes the files that are dropped anywhere on the window. Gives back whether any hang over it. */
export function useFileDrop(
  onFiles: (files: readonly Result<OpenedFile, FileProblem>[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const receive = useEffectEvent(onFiles)

  useEffect(() => {
    // Entering a child comes before leaving its parent, so a count tells when the window is left.
    let depth = 0
    const ours = (event: DragEvent): boolean => {
      if (!event.dataTransfer?.types.includes('Files')) return false
      // Monaco would take the drop for itself, and a browser would leave the page for the file.
      event.preventDefault()
      event.stopPropagation()
      return true
    }
    const onEnter = (event: DragEvent) => {
      if (!ours(event)) return
      depth += 1
      setOver(true)
    }
    const onOver = (event: DragEvent) => {
      if (ours(event) && event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const onLeave = (event: DragEvent) => {
      if (!ours(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!ours(event)) return
      depth = 0
      setOver(false)
      if (!event.dataTransfer) return
      void readDropped(event.dataTransfer).then(receive)
    }
    window.addEventListener('dragenter', onEnter, true)
    window.addEventListener('dragover', onOver, true)
    window.addEventListener('dragleave', onLeave, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragenter', onEnter, true)
      window.removeEventListener('dragover', onOver, true)
      window.removeEventListener('dragleave', onLeave, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [])

  return over
}
