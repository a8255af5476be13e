/** What a name of a Kubernetes object is made of (RFC 1123): nothing of it means anything in a path. */
const objectName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/

/** Whether an object of Kubernetes can be called so. */
export function isObjectName(name: string): boolean {
  return name.length <= 253 && objectName.test(name)
}
