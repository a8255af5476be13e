import { defineConfig } from 'vite'

/** The benchmarks, bundled for Node as the command line is, but with the packages left outside. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'test/bench/run.ts',
    target: 'node20',
    outDir: '.cache/bench',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.js' } },
  },
})
