/** What the help of `lint` says beside its usage. */
export const lintDetails = `FILE is a file, a folder (its YAML and JSON files with an object of Argo, and files of tests), a pattern such as
'manifests/**/*.yaml', or - for standard input. All files are one set, as for Argo's own lint without a cluster: each may
refer to the templates of the others in its namespace. Of NAME.test.yaml is told what \`test\` cannot read.

  --format FORMAT        text (the usual one), json, sarif (2.1.0) or github (annotations of GitHub Actions)
  --severity LEAST       shows error, warning or info and what is graver; info is usual
  --max-warnings N       exit status 1 with more warnings than that
  --target VERSION       the version of Argo that is to run the files: 3.5, 3.6, 3.7, 4.0 or 4.1, the usual one
  --mode MODE            lint, or create: arguments of workflows must have values then
  --off CODE,…           codes that nobody wants to hear of; \`# stepwright: ignore CODE\` in a file does it for one line
  --allow-missing-refs   a templateRef to what none of the files has is no error, for the cluster has it
  --no-branches          does not try by dry runs which steps never run (step-never-runs). It is some milliseconds for
                         most files, and about a second at most; manifests of more than 300 steps are left out
  --skip-others          files without an object of Argo are left out quietly, even if they are named
  --fix                  makes the safe fixes in the files, and prints the text for -; what brings a new error is not kept
  --fix-dry-run          prints them as a unified diff
  --config FILE          settings; else those of .stepwright.yaml in the folder that holds all FILEs, or above it
  --no-config            no settings but those of the command line
  --list-rules           prints each code with its severity and its meaning

A file with settings: target: "4.0", mode: create, off: [CODE, …], severity: {CODE: warning, …}; each may be absent.
The command line goes first.

Exit status: 0; 1 for an error, or too many warnings; 2 for a call that means nothing, a file that cannot be read, or
nothing of Argo to look at.
`
