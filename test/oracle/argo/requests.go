package main

import "runtime/debug"

// Request is one question.
//
//   - kind "when": text is a condition after the substitution of its tags.
//   - kind "expr": text is an expression, env what it can name. With argo, the environment is made as Argo makes it:
//     dotted names become maps, and Argo's functions are there. Whole numbers of env are ints, others are float64.
//   - kind "manifests": files are one set, judged without a cluster; with create as when they are created, else as when
//     they are linted.
//   - kind "versions": which modules answer.
type Request struct {
	ID   int            `json:"id"`
	Kind string         `json:"kind"`
	Text string         `json:"text"`
	Env  map[string]any `json:"env"`
	Argo bool           `json:"argo"`

	Files  []File `json:"files"`
	Create bool   `json:"create"`
}

// Verdict is one answer: a value, its type and how `shown` writes both, or an error and the phase in which it arose; or what is said of manifests.
type Verdict struct {
	ID    int    `json:"id"`
	Value any    `json:"value,omitempty"`
	Type  string `json:"type,omitempty"`
	Shown string `json:"shown,omitempty"`
	Error string `json:"error,omitempty"`
	Phase string `json:"phase,omitempty"`

	Manifests *ManifestVerdict `json:"manifests,omitempty"`
}

// versions gives the modules whose word counts, with their versions.
func versions() map[string]string {
	found := map[string]string{}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return found
	}
	for _, module := range info.Deps {
		switch module.Path {
		case "github.com/argoproj/argo-workflows/v4", "github.com/Knetic/govaluate", "github.com/expr-lang/expr":
			found[module.Path] = module.Version
		}
	}
	return found
}
