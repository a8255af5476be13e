import fc from 'fast-check'

/*
 * Property tests draw the same values in every run, so that a change is judged by what it changes. For a look
 * elsewhere: `PROPERTY_SEED=random npx vitest run …`, or the number that a failure named.
 */
const seed = process.env['PROPERTY_SEED'] ?? '20210411'
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
