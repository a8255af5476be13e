import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/*.test.ts', 'test/{src,app,oracle}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/seeds.ts'],
    // Property tests on a loaded machine of two cores.
    testTimeout: 180_000,
  },
})
