/*
 * `npm start [-- --argo URL --port N]`: installs and builds what is missing, then serves the designer. The last line
 * it prints is the address.
 */
process.argv.splice(2, 0, 'serve')
await import('./stepwright.mjs')
