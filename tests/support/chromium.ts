import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Chromium may be; `EMEND_CHROMIUM` names another place. */
const PLACES = [process.env.EMEND_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']

const found = PLACES.find((path) => path !== undefined && existsSync(path))

/** Why pages cannot be looked at on this machine, or nothing if they can. */
export function whyNoChromium(): string | undefined {
  return found === undefined
    ? 'Chromium is not installed; EMEND_CHROMIUM names its place'
    : undefined
}

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ ...(found ? { executablePath: found } : {}), args: ['--no-sandbox'] })
}
