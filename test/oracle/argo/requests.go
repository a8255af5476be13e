package main

import (
	"runtime/debug"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
)

// Request is one question.
//
//   - kind "when": text is a condition after the substitution of its tags.
//   - kind "expr": text is an expression, env what it can name. With argo, the environment is made as Argo makes it:
//     dotted names become maps, and Argo's functions are there. Whole numbers of env are ints, others are float64.
//   - kind "manifests": files are one set, judged without a cluster; with create as when they are created, else as when
//     they are linted.
//   - kind "run": the workflow of manifest runs, with parameters and another entrypoint if they are given, and with what
//     lies beside it in the manifest. What its pods do, mocks say; suspended nodes without a mock are resumed after a
//     second with resume, and wait else. config is laid over the configuration of the controller.
//   - kind "versions": which modules answer.
type Request struct {
	ID   int            `json:"id"`
	Kind string         `json:"kind"`
	Text string         `json:"text"`
	Env  map[string]any `json:"env"`
	Argo bool           `json:"argo"`

	Files  []File `json:"files"`
	Create bool   `json:"create"`

	Manifest   string            `json:"manifest"`
	Entrypoint string            `json:"entrypoint"`
	Parameters map[string]string `json:"parameters"`
	Mocks      []Mock            `json:"mocks"`
	Resume     bool              `json:"resume"`
	Shutdown   *Shutdown         `json:"shutdown"`
	Config     object            `json:"config"`
}

// Shutdown is that somebody stops or terminates a workflow some seconds after it was created.
type Shutdown struct {
	After    float64               `json:"after"`
	Strategy wfv1.ShutdownStrategy `json:"strategy"`
}

// Verdict is one answer: a value, its type and how `shown` writes both, or an error and the phase in which it arose; or what is said of manifests, or what came of a run.
type Verdict struct {
	ID    int    `json:"id"`
	Value any    `json:"value,omitempty"`
	Type  string `json:"type,omitempty"`
	Shown string `json:"shown,omitempty"`
	Error string `json:"error,omitempty"`
	Phase string `json:"phase,omitempty"`

	Manifests *ManifestVerdict `json:"manifests,omitempty"`
	Run       *RunVerdict      `json:"run,omitempty"`
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
