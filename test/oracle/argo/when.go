package main

import (
	"fmt"

	"github.com/Knetic/govaluate"
)

// evaluateWhen judges a condition as Argo's controller does: names without quotes are text, there are no parameters,
// and only true and false are results. An empty condition is true.
func evaluateWhen(when string) Verdict {
	if when == "" {
		return Verdict{Value: true, Type: "bool"}
	}
	read, err := govaluate.NewEvaluableExpression(when)
	if err != nil {
		return Verdict{Error: err.Error(), Phase: "parse"}
	}
	tokens := read.Tokens()
	for index := range tokens {
		if tokens[index].Kind == govaluate.VARIABLE {
			tokens[index].Kind = govaluate.STRING
		}
	}
	condition, err := govaluate.NewEvaluableExpressionFromTokens(tokens)
	if err != nil {
		return Verdict{Error: err.Error(), Phase: "plan"}
	}
	result, err := condition.Evaluate(nil)
	if err != nil {
		return Verdict{Error: err.Error(), Phase: "evaluate"}
	}
	if _, isBool := result.(bool); !isBool {
		return Verdict{Error: fmt.Sprintf("not a bool: %v", result), Phase: "result", Type: fmt.Sprintf("%T", result)}
	}
	return Verdict{Value: result, Type: "bool"}
}
