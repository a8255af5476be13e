import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Pages that draw the flow of the benchmarks in other ways, to be measured in a browser beside the designer. */
export default defineConfig({
  plugins: [react()],
  root: 'test/bench/pages',
  base: './',
  publicDir: false,
  build: {
    outDir: '../../../.cache/bench-pages',
    emptyOutDir: true,
    rolldownOptions: { input: ['test/bench/pages/react-flow.html', 'test/bench/pages/peer.html'] },
  },
})
