import { defineConfig } from 'vite'

/**
 * The command line: `src/cli/main.ts` and all it needs in `dist/cli`, for Node 20, and beside it the program of the workers that run scripts. What is
 * WebAssembly stays in its packages.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: ['pyodide', '@jitl/quickjs-ng-wasmfile-release-sync'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/cli/main.ts', 'script-worker': 'src/cli/script-worker.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
