package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/argoproj/argo-workflows/v4/util/expr/env"
	"github.com/expr-lang/expr"
)

// evaluateExpression compiles and runs an expression of expr-lang in an environment, as Argo does for tags, hooks
// and retries: the environment's values are known while compiling, so wrong types are errors of phase "compile".
func evaluateExpression(request Request) Verdict {
	names := map[string]any{}
	for name, value := range request.Env {
		names[name] = value
	}
	if request.Argo {
		names = env.GetFuncMap(names)
	}
	program, err := expr.Compile(request.Text, expr.Env(names))
	if err != nil {
		return Verdict{Error: err.Error(), Phase: "compile"}
	}
	result, err := expr.Run(program, names)
	if err != nil {
		return Verdict{Error: err.Error(), Phase: "run"}
	}
	return Verdict{Value: plain(result), Type: fmt.Sprintf("%T", result), Shown: shown(result)}
}

// plain is a value that JSON can hold: numbers that it lacks become their names, and what else it lacks Go's text.
func plain(value any) any {
	switch known := value.(type) {
	case float64:
		if math.IsNaN(known) || math.IsInf(known, 0) {
			return fmt.Sprint(known)
		}
	case []any:
		items := make([]any, len(known))
		for index, item := range known {
			items[index] = plain(item)
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(known))
		for name, item := range known {
			fields[name] = plain(item)
		}
		return fields
	}
	if _, err := json.Marshal(value); err != nil {
		return fmt.Sprintf("%v", value)
	}
	return value
}

// UnmarshalJSON reads a request whose environment keeps whole numbers apart from others, as expr-lang does.
func (request *Request) UnmarshalJSON(text []byte) error {
	type fields Request
	decoder := json.NewDecoder(strings.NewReader(string(text)))
	decoder.UseNumber()
	if err := decoder.Decode((*fields)(request)); err != nil {
		return err
	}
	for name, value := range request.Env {
		request.Env[name] = withNumbers(value)
	}
	return nil
}

func withNumbers(value any) any {
	switch known := value.(type) {
	case json.Number:
		if whole, err := known.Int64(); err == nil {
			return int(whole)
		}
		number, _ := known.Float64()
		return number
	case []any:
		for index, item := range known {
			known[index] = withNumbers(item)
		}
	case map[string]any:
		for name, item := range known {
			known[name] = withNumbers(item)
		}
	}
	return value
}
