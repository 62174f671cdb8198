import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // How long is waited for what comes by itself, on a busy machine; what has to be quick says so.
    expect: { poll: { timeout: 15_000 } },
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-when-stale.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
