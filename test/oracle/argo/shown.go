package main

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strings"
	"time"
)

// shown writes a value with its types in one way, so that equal values have equal texts: `int(5)`, `"text"`,
// `[]interface {}[int(1), nil]`. The entries of maps are in the order of their texts.
func shown(value any) string {
	switch known := value.(type) {
	case nil:
		return "nil"
	case bool:
		return fmt.Sprint(known)
	case string:
		return quoted(known)
	case float64:
		return "float64(" + number(known) + ")"
	case time.Time:
		return "time.Time(" + known.Format(time.RFC3339Nano) + ")"
	}
	reflected := reflect.ValueOf(value)
	name := reflected.Type().String()
	switch reflected.Kind() {
	case reflect.Slice, reflect.Array:
		parts := []string{}
		for index := range reflected.Len() {
			parts = append(parts, shown(reflected.Index(index).Interface()))
		}
		return name + "[" + strings.Join(parts, ", ") + "]"
	case reflect.Map:
		parts := []string{}
		for _, key := range reflected.MapKeys() {
			parts = append(parts, shown(key.Interface())+": "+shown(reflected.MapIndex(key).Interface()))
		}
		sort.Strings(parts)
		return name + "{" + strings.Join(parts, ", ") + "}"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return fmt.Sprintf("%s(%d)", name, reflected.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return fmt.Sprintf("%s(%d)", name, reflected.Uint())
	case reflect.Func:
		return "func"
	}
	return fmt.Sprintf("%s(%v)", name, value)
}

func quoted(text string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return fmt.Sprintf("%q", text)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// number writes a number as JSON does, and what JSON lacks as Go does.
func number(value float64) string {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return fmt.Sprint(value)
	}
	text, _ := json.Marshal(value)
	return string(text)
}
