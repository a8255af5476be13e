export { browserCluster } from './browser-cluster.ts'
export { ClusterBar, type ClusterBarProps } from './ClusterBar.tsx'
export { SubmitReport } from './SubmitReport.tsx'
export { submitNow } from './submit-now.ts'
