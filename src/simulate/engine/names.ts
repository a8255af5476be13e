const K8S_NAME = 253
/** Argo leaves ten digits and a hyphen of a name for the hash. */
const POD_PREFIX = K8S_NAME - 10

/** FNV-1a of the UTF-8 bytes of a text, 32 bits wide. */
export function fnv32(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

/** The same, 64 bits wide. */
export function fnv64(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash
}

/**
 * The id of a node by its full name (Argo: `Workflow.NodeID`): the workflow's name and a hash. `taken` tells whether another
 * name has that id already; then the wider hash is used.
 */
export function nodeID(
  workflow: string,
  name: string,
  isTaken: (id: string) => boolean = () => false,
): string {
  if (name === workflow) return workflow
  const id = `${workflow}-${String(fnv32(name))}`
  return isTaken(id) ? `${workflow}-${String(fnv64(name))}` : id
}

/** The name of a node's pod (Argo: `GeneratePodName`, version 2): workflow, template and the hash of the id. */
export function podName(workflow: string, node: string, template: string, id: string): string {
  if (workflow === node) return workflow
  const whole = template === '' ? workflow : `${workflow}-${template}`
  const prefix = whole.length > POD_PREFIX - 1 ? whole.slice(0, POD_PREFIX - 1) : whole
  const hash = id.startsWith(`${workflow}-`) ? id.slice(workflow.length + 1) : String(fnv32(node))
  return `${prefix.slice(0, K8S_NAME - 1 - hash.length)}-${hash}`
}

/** What a node is called beside its siblings: its name without that of the boundary, and without the lane (Argo: `initializeNode`). */
export function displayName(name: string, boundary: string | undefined): string {
  if (boundary === undefined) return name
  const rest = name.startsWith(boundary) ? name.slice(boundary.length) : name
  return rest.replace(/^(\[\d+\])?\./, '')
}

/**
 * Which step or task a node is of: its name without what stands in brackets at its end, from the last dot on (Argo:
 * `getStepOrDAGTaskName`).
 */
export function callName(node: string): string {
  let end = node.length
  let opener = ''
  while (end > 0) {
    const sign = node[end - 1]
    if (opener !== '') {
      if (sign === opener) opener = ''
    } else if (sign === ')') opener = '('
    else if (sign === ']') opener = '['
    else break
    end--
  }
  const bare = node.slice(0, end)
  return bare.slice(bare.lastIndexOf('.') + 1)
}
