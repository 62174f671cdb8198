/** What a response may do in a browser; `script` is the digest of a script that stands in it. */
function policy(script: string | undefined): string {
  return [
    "default-src 'none'",
    script === undefined ? "script-src 'self'" : `script-src 'self' '${script}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** What every response says, so that the page can do no more than it must. */
const HEADERS = {
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

/** Data for the page. */
export function json(value: unknown, status = 200): Response {
  return jsonText(JSON.stringify(value), status)
}

/** Data that is JSON already. */
export function jsonText(text: string, status = 200): Response {
  return reply(text, 'application/json; charset=utf-8', status)
}

/** A refusal, in words for a person. */
export function refusal(status: number, message: string, advice = ''): Response {
  return json({ message, advice }, status)
}

/** Anything else. */
export function reply(
  body: string | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  type: string,
  status = 200,
  script?: string,
): Response {
  const headers = { 'content-security-policy': policy(script), ...HEADERS, 'content-type': type }
  return new Response(body, { status, headers })
}
