// Command oracle answers how Argo judges manifests and expressions: one JSON request a line on standard input, one
// JSON verdict a line on standard output, in the same order. See requests.go for what can be asked.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"syscall"
	"testing"
	"time"
)

// maxStack keeps an endless recursion from taking the machine's memory before Go ends the program.
const maxStack = 256 << 20

// requeueTime is how long the controller waits before it looks at a workflow again. It reads that as it starts.
const (
	requeueVariable = "DEFAULT_REQUEUE_TIME"
	requeueTime     = "20ms"
)

// main serves as a test of Go's own, since a run needs a clock that only tests can have.
func main() {
	if os.Getenv(requeueVariable) != requeueTime {
		startAgain()
	}
	serves := []testing.InternalTest{{Name: "serve", F: serve}}
	testing.Main(func(string, string) (bool, error) { return true, nil }, serves, nil, nil)
}

func startAgain() {
	program, err := os.Executable()
	if err == nil {
		err = syscall.Exec(program, os.Args, append(os.Environ(), requeueVariable+"="+requeueTime))
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// serve answers until there is nothing more to read, and ends the program, so that nothing of the test is printed.
func serve(t *testing.T) {
	debug.SetMaxStack(maxStack)
	// Dates in conditions are read in the local zone; verdicts must not depend on the machine.
	time.Local = time.UTC
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if writeErr := write(out, answer(t, line)); writeErr != nil {
				os.Exit(1)
			}
		}
		if err != nil {
			os.Exit(0)
		}
	}
}

func write(out *bufio.Writer, verdict Verdict) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(verdict); err != nil {
		return err
	}
	return out.Flush()
}

// answer never panics: a panic of Argo's is a verdict as well, since it would end the command line or a request.
func answer(t *testing.T, line []byte) (verdict Verdict) {
	var request Request
	if err := json.Unmarshal(line, &request); err != nil {
		return Verdict{Error: err.Error(), Phase: "request"}
	}
	defer func() {
		if reason := recover(); reason != nil {
			verdict = Verdict{Error: fmt.Sprint(reason), Phase: "panic"}
		}
		verdict.ID = request.ID
	}()
	switch request.Kind {
	case "when":
		return evaluateWhen(request.Text)
	case "expr":
		return evaluateExpression(request)
	case "manifests":
		judged := judgeManifests(request.Files, request.Create)
		return Verdict{Manifests: &judged}
	case "run":
		run, err := runWorkflow(t, request)
		if err != nil {
			return Verdict{Error: err.Error(), Phase: "request"}
		}
		return Verdict{Run: &run}
	case "versions":
		return Verdict{Value: versions()}
	default:
		return Verdict{Error: fmt.Sprintf("unknown kind %q", request.Kind), Phase: "request"}
	}
}
