// Command oracle answers how Argo judges manifests and expressions: one JSON request a line on standard input, one
// JSON verdict a line on standard output, in the same order. See requests.go for what can be asked.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"
	"time"
)

// maxStack keeps an endless recursion from taking the machine's memory before Go ends the program.
const maxStack = 256 << 20

func main() {
	debug.SetMaxStack(maxStack)
	// Dates in conditions are read in the local zone; verdicts must not depend on the machine.
	time.Local = time.UTC
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			if writeErr := write(out, answer(line)); writeErr != nil {
				os.Exit(1)
			}
		}
		if err != nil {
			return
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
func answer(line []byte) (verdict Verdict) {
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
	case "versions":
		return Verdict{Value: versions()}
	default:
		return Verdict{Error: fmt.Sprintf("unknown kind %q", request.Kind), Phase: "request"}
	}
}
