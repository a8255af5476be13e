export { browserCluster } from './browser-cluster.ts'
export { ClusterBar, type ClusterBarProps } from './ClusterBar.tsx'
export { SubmitReport } from './SubmitReport.tsx'
export { submitAction } from './submit-action.ts'
