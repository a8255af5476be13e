import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './ensure.mjs'
import { root } from './run.mjs'

/* `npm run build`: the command line and the designer, from nothing. */
rmSync(join(root, 'dist'), { recursive: true, force: true })
await ensureBuilt()
