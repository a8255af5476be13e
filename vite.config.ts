import react from '@vitejs/plugin-react'
import { createLogger, defineConfig } from 'vite'
import { precompress } from './tools/precompress.mjs'

/** As the gateway sends them: with these, memory can be shared with workers. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** Pyodide runs under Node too and imports there what a browser has not, and it has a way to run JavaScript, which is closed: nothing to be warned of. */
const logger = createLogger()
const warn = logger.warn.bind(logger)
logger.warn = (message, options) => {
  if (!/(?:externalized for browser|`eval`).*\/pyodide\//s.test(message)) warn(message, options)
}

/**
 * The designer: `index.html` to `dist/app`. Chunks follow the dynamic imports of the code, and what the frame needs is one, so
 * what is imported lazily (Monaco above all) is never part of the first load; `npm run bench` watches its size.
 */
export default defineConfig({
  plugins: [react(), precompress()],
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', headers: isolation },
  // Pyodide looks for its files by itself.
  optimizeDeps: { exclude: ['pyodide'] },
  worker: { format: 'es' },
  customLogger: logger,
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    // Monaco is big, and slow to build, but loads late.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the frame needs is one file: sixty small ones compress worse and cost as many requests.
      output: { codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }] } },
    },
  },
})
