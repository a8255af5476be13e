import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/*.test.ts', 'test/{src,app}/**/*.test.{ts,tsx}'],
    // Property tests on a loaded machine of two cores.
    testTimeout: 60_000,
  },
})
