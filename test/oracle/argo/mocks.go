package main

import (
	"regexp"
	"strconv"
	"strings"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
)

// Mock is what becomes of pods, of requests over HTTP, of plugins and of suspended nodes. It is about all of them whose
// template, display name, node and attempt are as it says; what it does not say fits any. The first that fits counts.
type Mock struct {
	Template string `json:"template"`
	// Name is the whole display name.
	Name string `json:"name"`
	// Node is a regular expression that is looked for in the name of the node.
	Node string `json:"node"`
	// Attempt is the number at the end of the name of a retried node, from 0.
	Attempt *int `json:"attempt"`

	// Phase is Succeeded, Failed or Error; without it, the exit code says. Pending pods never start, and Running ones
	// never end.
	Phase    string `json:"phase"`
	ExitCode *int32 `json:"exitCode"`
	// Result is what the main container prints; without it, the name of the template, with _ in place of -, which a when can compare.
	Result *string `json:"result"`
	// Parameters are what is in the files of output parameters. Without it, there is TEMPLATE-PARAMETER in each if the
	// pod succeeds, and none is there if it fails.
	Parameters map[string]string `json:"parameters"`
	// Artifacts are those that are there; without it, all if the pod succeeds, and none if it fails.
	Artifacts []string `json:"artifacts"`
	Message   string   `json:"message"`
	// Duration is how long it runs, in seconds; without it, one second. Daemons run until they are stopped without it.
	Duration *float64 `json:"duration"`
	// Containers are the exit codes of the containers of a set, other than 0.
	Containers map[string]int32 `json:"containers"`
}

// subject is what a mock is about.
type subject struct {
	template, displayName, nodeName string
}

var attemptOf = regexp.MustCompile(`\((\d+)\)$`)

// mockOf gives the first mock that fits.
func mockOf(mocks []Mock, of subject) (Mock, bool) {
	for _, mock := range mocks {
		if mock.fits(of) {
			return mock, true
		}
	}
	return Mock{}, false
}

func (mock Mock) fits(of subject) bool {
	if mock.Template != "" && mock.Template != of.template || mock.Name != "" && mock.Name != of.displayName {
		return false
	}
	if mock.Node != "" && !regexp.MustCompile(mock.Node).MatchString(of.nodeName) {
		return false
	}
	if mock.Attempt == nil {
		return true
	}
	found := attemptOf.FindStringSubmatch(of.nodeName)
	return found != nil && found[1] == strconv.Itoa(*mock.Attempt)
}

// exitCode is that of the main container.
func (mock Mock) exitCode() int32 {
	switch {
	case mock.ExitCode != nil:
		return *mock.ExitCode
	case mock.Phase == string(wfv1.NodeFailed):
		return 1
	}
	return 0
}

func (mock Mock) seconds() float64 {
	if mock.Duration != nil {
		return *mock.Duration
	}
	return 1
}

func (mock Mock) result(of subject) string {
	if mock.Result != nil {
		return *mock.Result
	}
	return strings.ReplaceAll(of.template, "-", "_")
}

// outputs are those that the executor reports: all that the template declares, with the values that are there.
func (mock Mock) outputs(of subject, declared wfv1.Outputs, succeeded bool) *wfv1.Outputs {
	found := declared.DeepCopy()
	for index := range found.Parameters {
		parameter := &found.Parameters[index]
		if parameter.ValueFrom == nil {
			continue
		}
		value, isThere := mock.Parameters[parameter.Name]
		switch {
		case isThere:
			parameter.Value = wfv1.AnyStringPtr(value)
		case succeeded:
			parameter.Value = wfv1.AnyStringPtr(of.template + "-" + parameter.Name)
		case parameter.ValueFrom.Default != nil:
			parameter.Value = parameter.ValueFrom.Default
		}
	}
	found.Artifacts = nil
	for _, artifact := range declared.Artifacts {
		if mock.hasArtifact(artifact.Name, succeeded) {
			found.Artifacts = append(found.Artifacts, located(artifact, of))
		}
	}
	return found
}

// located gives an artifact a place in the store for artifacts, as the executor does, if its template names none.
func located(artifact wfv1.Artifact, of subject) wfv1.Artifact {
	if !artifact.HasLocationOrKey() {
		artifact.S3 = &wfv1.S3Artifact{Key: of.nodeName + "/" + artifact.Name + ".tgz"}
	}
	return artifact
}

func (mock Mock) hasArtifact(name string, succeeded bool) bool {
	if mock.Artifacts == nil {
		return succeeded
	}
	for _, known := range mock.Artifacts {
		if known == name {
			return true
		}
	}
	return false
}
