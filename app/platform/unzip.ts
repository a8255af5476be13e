/** The most that is unpacked: what a cluster keeps has at most a megabyte, packed. */
const MOST = 256 * 2 ** 20

/** Unpacks gzip; nothing for what is none, or is too large. */
export async function unzip(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const packed = new Blob([new Uint8Array(bytes)])
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > MOST) {
        await reader.cancel()
        return undefined
      }
      parts.push(value)
    }
  } catch {
    return undefined
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
