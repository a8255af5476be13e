import { useCluster, useClusterActions } from '../store/index.ts'
import { Combobox } from '../ui/index.ts'
import styles from './ClusterBar.module.css'
import { namespaceOf, namespaceOptions } from './namespaces.ts'
import { useNamespaceSources, useTarget } from './use-target.ts'

/** The namespace in which things are created. One that the manifest names is shown, and changed there only. */
export function NamespaceField() {
  const sources = useNamespaceSources()
  const target = useTarget()
  const { chooseNamespace } = useClusterActions()
  const isReady = useCluster((state) => state.link.kind !== 'unknown' || !state.checking)
  const { manifest } = sources
  const isClusterWide = target?.kind === 'ClusterWorkflowTemplate'
  return (
    <div
      className={styles.namespace}
      title={
        isClusterWide
          ? 'A ClusterWorkflowTemplate has no namespace'
          : manifest === undefined
            ? 'Namespace'
            : 'Namespace, from metadata.namespace of the manifest'
      }
    >
      <Combobox
        label="Namespace"
        free
        value={isClusterWide ? 'Cluster-wide' : isReady ? namespaceOf(sources) : ''}
        placeholder="Namespace"
        disabled={isClusterWide}
        options={
          manifest === undefined
            ? namespaceOptions(sources)
            : [{ value: manifest, description: 'From the manifest' }]
        }
        empty="Enter takes what you typed."
        onCommit={(value) =>
          manifest === undefined
            ? chooseNamespace(value)
            : `The manifest says metadata.namespace: ${manifest}, so it can be created nowhere else. Change that line to send it elsewhere.`
        }
      />
    </div>
  )
}
