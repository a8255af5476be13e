package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	wf "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow"
	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/util/logging"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
	"github.com/argoproj/argo-workflows/v4/workflow/validate"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/yaml"
)

// File is one text of a set of manifests.
type File struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// ObjectVerdict is what Argo says of one object: no message if it is accepted.
type ObjectVerdict struct {
	File    string `json:"file"`
	Index   int    `json:"index"`
	Kind    string `json:"kind"`
	Name    string `json:"name,omitempty"`
	Message string `json:"message,omitempty"`
	Panic   bool   `json:"panic,omitempty"`
}

// ManifestVerdict is what Argo says of a set: it is accepted if it can be read, if there is something to judge in it,
// and if every object is accepted.
type ManifestVerdict struct {
	Accepted bool            `json:"accepted"`
	Message  string          `json:"message,omitempty"`
	Objects  []ObjectVerdict `json:"objects,omitempty"`
	// Unread is how many documents are not YAML, or have a key twice in a map. The command line skips both, the second without a word.
	Unread int `json:"unread,omitempty"`
}

// judgeManifests judges files as one set without a cluster, in the way of the command line: first all templates are
// gathered without strictness, then each object is read strictly and judged. With create, values of arguments have
// to be there.
func judgeManifests(files []File, create bool) ManifestVerdict {
	ctx := quiet()
	library, err := gather(ctx, files)
	if err != nil {
		return ManifestVerdict{Message: err.Error()}
	}
	verdict := ManifestVerdict{Accepted: true}
	for _, file := range files {
		verdict.Unread += unread(file.Text)
		for index, parsed := range common.ParseObjects(ctx, []byte(file.Text), true) {
			if parsed.Object == nil {
				continue
			}
			kind := kindOf(parsed.Object)
			if kind == "" {
				continue
			}
			object := ObjectVerdict{File: file.Name, Index: index, Kind: kind, Name: parsed.Object.GetName()}
			if parsed.Err != nil {
				object.Message = parsed.Err.Error()
			} else {
				object.Message, object.Panic = library.judge(ctx, parsed.Object, validate.Opts{Lint: !create})
			}
			verdict.Accepted = verdict.Accepted && object.Message == ""
			verdict.Objects = append(verdict.Objects, object)
		}
	}
	if len(verdict.Objects) == 0 && verdict.Unread > 0 {
		return ManifestVerdict{Message: "nothing to judge: no document can be read", Unread: verdict.Unread}
	}
	if len(verdict.Objects) == 0 {
		return ManifestVerdict{Message: "nothing to judge"}
	}
	return verdict
}

// unread counts the documents of a file that cannot be read strictly, between the lines at which Argo parts it.
func unread(text string) (count int) {
	for _, part := range strings.Split(text, "\n---") {
		if _, err := yaml.YAMLToJSONStrict([]byte(part)); err != nil {
			count++
		}
	}
	return count
}

// judge gives the message of a rejection, or nothing, and whether it is a panic.
func (found library) judge(ctx context.Context, object metav1.Object, opts validate.Opts) (message string, panics bool) {
	defer func() {
		if reason := recover(); reason != nil {
			message, panics = fmt.Sprint(reason), true
		}
	}()
	namespaced := found.inNamespace(object.GetNamespace())
	var err error
	switch known := object.(type) {
	case *wfv1.Workflow:
		err = validate.Workflow(ctx, namespaced, found.cluster, known, nil, opts)
	case *wfv1.WorkflowTemplate:
		err = validate.WorkflowTemplate(ctx, namespaced, found.cluster, known, nil, opts)
	case *wfv1.ClusterWorkflowTemplate:
		// The command line has no templates of a namespace for those of the cluster.
		err = validate.ClusterWorkflowTemplate(ctx, nil, found.cluster, known, nil, opts)
	case *wfv1.CronWorkflow:
		err = validate.CronWorkflow(ctx, namespaced, found.cluster, known, nil)
	}
	if err != nil {
		return err.Error(), false
	}
	return "", false
}

// kindOf is empty for objects that the command line does not judge.
func kindOf(object metav1.Object) string {
	switch object.(type) {
	case *wfv1.Workflow:
		return wf.WorkflowKind
	case *wfv1.WorkflowTemplate:
		return wf.WorkflowTemplateKind
	case *wfv1.ClusterWorkflowTemplate:
		return wf.ClusterWorkflowTemplateKind
	case *wfv1.CronWorkflow:
		return wf.CronWorkflowKind
	}
	return ""
}

// quiet is a context whose log goes nowhere.
func quiet() context.Context {
	logger := logging.NewSlogLoggerCustom(logging.Error, logging.JSON, io.Discard)
	return logging.WithLogger(context.Background(), logger)
}
