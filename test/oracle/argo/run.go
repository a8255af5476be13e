package main

import (
	"context"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/util/logging"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
)

const (
	// idle is how often a workflow is looked at in vain before it is called stuck.
	idle = 200
	// most is how often it is looked at at all before it is called endless: as a recursion is that never meets its end.
	most = 5000
	// patience is how long nothing may happen at all: longer than any wait of a retry or a suspended node.
	patience = 30 * 24 * time.Hour
	glance   = time.Second
	// look is how long the controller looks at a workflow.
	look = time.Millisecond
)

// runWorkflow runs a manifest with Argo's own controller, on a clock that passes as fast as it can and begins at midnight.
func runWorkflow(t *testing.T, request Request) (RunVerdict, error) {
	type answer struct {
		verdict RunVerdict
		err     error
	}
	answers := make(chan answer)
	never := make(chan struct{})
	go synctest.Test(t, func(*testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		verdict, err := underway(ctx, request)
		cancel()
		time.Sleep(time.Hour)
		answers <- answer{verdict, err}
		// Some of the controller's goroutines have no end. What they wait for does not come either when this one waits for
		// something from outside of its clock.
		<-never
	})
	got := <-answers
	return got.verdict, got.err
}

func underway(ctx context.Context, request Request) (RunVerdict, error) {
	submitted, err := submissionOf(request)
	if err != nil {
		return RunVerdict{}, err
	}
	seen := &watcher{}
	ctx = logging.WithLogger(ctx, logging.NewSlogLoggerCustom(logging.Info, logging.JSON, io.Discard, seen))
	held := newCluster()
	config, err := configOf(request.Config, submitted.images)
	if err != nil {
		return RunVerdict{}, err
	}
	for _, namespace := range []string{home, submitted.namespace} {
		_, _ = held.create(address{"namespaces", "", namespace}, withKind(object{}, "namespaces"))
		for _, account := range append(accountsOf(submitted.workflow), "default") {
			_, _ = held.create(address{"serviceaccounts", namespace, account}, withKind(object{}, "serviceaccounts"))
		}
	}
	_, _ = held.create(address{"configmaps", home, configMapOfHome}, withKind(config, "configmaps"))
	for at, document := range submitted.beside {
		_, _ = held.create(at, document)
	}
	pods := newKubelet(held, request.Mocks)
	argo, err := startController(ctx, &api{cluster: held, stopPod: pods.stop})
	if err != nil {
		return RunVerdict{}, err
	}
	persons := &person{
		argo: argo.ArgoprojV1alpha1().Workflows(submitted.namespace), namespace: submitted.namespace,
		cluster: held, request: request, asked: map[string]bool{},
	}
	go pods.run(ctx)
	go persons.run(ctx)
	time.Sleep(glance)
	name, _ := metaOf(submitted.workflow)["name"].(string)
	at := address{"workflows", submitted.namespace, name}
	if _, err := held.create(at, submitted.workflow); err != nil {
		return RunVerdict{}, err
	}
	created := time.Now()
	end := awaited(held, at, pods, seen)
	verdict, err := verdictOf(held, at, created, end)
	if trouble, ok := seen.trouble.Load().(string); ok && end == stuck {
		verdict.Trouble = trouble
	}
	return verdict, err
}

// end is why a run is not followed any further.
type end string

const (
	ended   end = ""
	stuck   end = "stuck"
	waiting end = "waiting"
	endless end = "endless"
)

// awaited waits until the workflow has ended, or nothing can come of it any more.
func awaited(held *cluster, at address, pods *kubelet, seen *watcher) end {
	last, looks, since := "", int64(0), time.Now()
	for {
		// The longer nothing happens, the longer it waits.
		time.Sleep(max(glance, time.Since(since)/10))
		var workflow wfv1.Workflow
		current, err := held.get(at)
		if err != nil || decoded(current, &workflow) != nil {
			return stuck
		}
		if now := shapeOf(workflow); now != last {
			last, looks, since = now, seen.looks.Load(), time.Now()
		}
		if workflow.Labels[common.LabelKeyCompleted] == "true" {
			return ended
		}
		if seen.looks.Load() > most {
			return endless
		}
		if !pods.busy() && (seen.looks.Load()-looks > idle || time.Since(since) > patience) {
			if workflow.Status.Nodes.Any(isWaiting) || workflow.Spec.Suspend != nil && *workflow.Spec.Suspend {
				return waiting
			}
			return stuck
		}
	}
}

// shapeOf is what has to change if something comes of a workflow.
func shapeOf(workflow wfv1.Workflow) string {
	parts := []string{string(workflow.Status.Phase)}
	for id, node := range workflow.Status.Nodes {
		parts = append(parts, id+string(node.Phase)+node.Message)
	}
	slices.Sort(parts)
	return strings.Join(parts, " ")
}

func isWaiting(node wfv1.NodeStatus) bool { return node.IsActiveSuspendNode() }

// watcher counts how often the controller has looked at a workflow, and keeps the last error of its log.
type watcher struct {
	looks   atomic.Int64
	trouble atomic.Value
}

// Levels are those of the messages that it hears.
func (w *watcher) Levels() []logging.Level {
	return []logging.Level{logging.Info, logging.Warn, logging.Error}
}

// Fire hears one message.
func (w *watcher) Fire(_ context.Context, _ logging.Level, message string, fields logging.Fields) {
	if message == "Processing workflow" {
		w.looks.Add(1)
		// Else a controller that has come at the very moment of a deadline, and waits for it to be over, would look for ever.
		time.Sleep(look)
	}
	// Nothing is traced here, which the controller complains of.
	if err, ok := fields["error"].(error); ok && err != nil && !strings.HasPrefix(message, "tracing") {
		w.trouble.Store(message + ": " + err.Error())
	}
}
