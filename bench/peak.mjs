// @ts-check
import { writeFileSync } from 'node:fs'

// Loaded before a process that is measured: writes its peak memory, in KB, when it ends.
process.on('exit', () => {
  writeFileSync(process.env.EMEND_PEAK ?? 'peak', String(process.resourceUsage().maxRSS))
})
