/** Reads a stream whole; undefined, and the stream cancelled, as soon as it exceeds `limit` bytes. Rejects as the stream does. */
export async function readLimited(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
