/** What every response says, so that the page can do no more than it must. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
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
): Response {
  return new Response(body, { status, headers: { ...HEADERS, 'content-type': type } })
}
