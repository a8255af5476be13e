import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { MarkerNode as MarkerNodeType } from '../to-flow.ts'
import styles from './MarkerNode.module.css'

/** Where the lanes begin and end. */
export const MarkerNode = memo(function MarkerNode({ data }: NodeProps<MarkerNodeType>) {
  return <div className={styles.marker}>{data.words}</div>
})
