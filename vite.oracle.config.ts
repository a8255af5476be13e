import { defineConfig } from 'vite'

/** What compares Stepwright with the real Argo, bundled for Node as the benchmarks are. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'test/oracle/run.ts',
    target: 'node20',
    outDir: '.cache/oracle',
    // The program lies there as well.
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.js' } },
  },
})
