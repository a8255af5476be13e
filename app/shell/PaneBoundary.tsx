import { CircleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button, EmptyState } from '../ui/index.ts'

interface PaneBoundaryProps {
  /** As in “The canvas has stopped”. */
  readonly name: string
  readonly onSave: () => void
  readonly children: ReactNode
}

interface PaneBoundaryState {
  readonly message: string | undefined
}

/** Keeps the crash of one pane from taking the others, and the text, with it. */
export class PaneBoundary extends Component<PaneBoundaryProps, PaneBoundaryState> {
  override state: PaneBoundaryState = { message: undefined }

  static getDerivedStateFromError(error: unknown): PaneBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { name, onSave, children } = this.props
    const { message } = this.state
    if (message === undefined) return children
    return (
      <div role="alert">
        <EmptyState
          icon={<CircleAlert />}
          title={`The ${name} has stopped`}
          actions={
            <>
              <Button onClick={onSave}>Save the text</Button>
              <Button onClick={() => this.setState({ message: undefined })}>Start it again</Button>
            </>
          }
        >
          A mistake of ours: {message}. Your text is safe, and the other panes work.
        </EmptyState>
      </div>
    )
  }
}
