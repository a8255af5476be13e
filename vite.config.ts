import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './tools/precompress.mjs'

/**
 * The designer: `index.html` to `dist/app`. Chunks follow the dynamic imports of the code, and what the frame needs is one, so
 * what is imported lazily (Monaco above all) is never part of the first load; `npm run bench` watches its size.
 */
export default defineConfig({
  plugins: [react(), precompress()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  worker: { format: 'es' },
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
