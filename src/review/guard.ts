import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The header that bears the token. A page of another origin cannot set it without being asked. */
export const TOKEN_HEADER = 'x-emend-token'

/** Whom the server answers. */
export interface Door {
  /** The port that it listens on. */
  readonly port: number
  /** 256 bits, in hexadecimal. */
  readonly token: string
}

/** A new token, of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('hex')
}

/**
 * Why a request is not answered, or undefined for one from the page itself. Looked at before any
 * route, for every method.
 *
 * The `Host` must be ours, against names that are bound to this machine for the purpose; the `Origin`
 * ours where there is one, against pages in another tab; and so what the browser says of the two.
 */
export function stranger(request: Request, { port }: Door): string | undefined {
  const host = request.headers.get('host')
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'Host'
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`) return 'Origin'
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'Sec-Fetch-Site'
  return undefined
}

/** Whether a request bears the token. Takes as long for a wrong one as for the right one. */
export function bearsToken(request: Request, { token }: Door): boolean {
  return timingSafeEqual(digest(request.headers.get(TOKEN_HEADER) ?? ''), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
