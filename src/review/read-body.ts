/** The largest body of a request, in bytes. */
export const BODY_LIMIT = 1 << 20

/** Reads a body as JSON; undefined for what is none, `too-large` beyond the limit: none of it is kept. */
export async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.length
      if (size <= BODY_LIMIT) chunks.push(chunk)
      else chunks.length = 0
      // A client that is told while it still sends hears a broken connection and no reason.
      if (size > 16 * BODY_LIMIT) break
    }
  }
  if (size > BODY_LIMIT) return 'too-large'
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    return undefined
  }
}
