package main

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
	corev1 "k8s.io/api/core/v1"
)

// settled is how long all waits before it looks at what the controller has done: on the clock of a run, time passes only
// when nobody has anything left to do.
const settled = time.Microsecond

const (
	killed           = 143
	killedAtDeadline = 137
)

// kubelet lets pods live as the mocks say, and the agent answer for the templates that have no pod of their own.
type kubelet struct {
	cluster *cluster
	mocks   []Mock
	mutex   sync.Mutex
	stops   map[address]chan struct{}
	tasks   map[string]bool
	// alive counts the pods that will still change by themselves.
	alive int
}

func newKubelet(c *cluster, mocks []Mock) *kubelet {
	return &kubelet{cluster: c, mocks: mocks, stops: map[address]chan struct{}{}, tasks: map[string]bool{}}
}

// run looks after pods and task sets until the context ends.
func (k *kubelet) run(ctx context.Context) {
	k.cluster.follow(ctx, func(happened event) {
		switch {
		case happened.is == nil:
			k.stop(happened.at)
		case happened.at.resource == "pods" && happened.was == nil:
			go k.live(ctx, happened.at, happened.is)
		case happened.at.resource == "workflowtasksets":
			k.answer(ctx, happened.at, happened.is)
		}
	})
}

// stop ends the main containers of a pod, if there is such a pod.
func (k *kubelet) stop(at address) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if stopped, ok := k.stops[at]; ok {
		close(stopped)
		delete(k.stops, at)
	}
}

func (k *kubelet) count(by int) {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.alive += by
}

// busy says whether a pod will still change by itself.
func (k *kubelet) busy() bool {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	return k.alive > 0
}

// live is the life of one pod.
func (k *kubelet) live(ctx context.Context, at address, held object) {
	k.count(1)
	defer k.count(-1)
	stopped := make(chan struct{})
	k.mutex.Lock()
	k.stops[at] = stopped
	k.mutex.Unlock()
	time.Sleep(settled)
	var pod corev1.Pod
	if err := decoded(held, &pod); err != nil {
		return
	}
	isAgent := pod.Labels[common.LabelKeyComponent] == "agent"
	template := templateOf(&pod)
	of := subjectOf(k.cluster, at.namespace, &pod, template)
	mock, isMocked := mockOf(k.mocks, of)
	if mock.Phase == string(corev1.PodPending) && !isAgent {
		k.say(at, pendingStatus(&pod, mock.Message))
		return
	}
	k.say(at, runningStatus(&pod))
	endless := isAgent || mock.Phase == string(corev1.PodRunning) || template.IsDaemon() && (!isMocked || mock.Duration == nil)
	lasts := time.Duration(mock.seconds() * float64(time.Second))
	end := ending{exitCode: mock.exitCode(), message: mock.Message, containers: mock.Containers}
	if mock.Phase == string(wfv1.NodeError) {
		end = ending{exitCode: end.exitCode, waitFails: true, message: mock.Message}
	}
	if limit := pod.Spec.ActiveDeadlineSeconds; limit != nil {
		most := time.Duration(*limit) * time.Second
		if endless || lasts > most {
			endless, lasts, end = false, most, ending{exitCode: killedAtDeadline, atDeadline: true}
		}
	}
	var timer <-chan time.Time
	if endless {
		k.count(-1)
		defer k.count(1)
	} else {
		timer = time.After(lasts)
	}
	select {
	case <-timer:
	case <-stopped:
		end = ending{exitCode: killed}
	case <-ctx.Done():
		return
	}
	if isAgent {
		k.say(at, endedStatus(&pod, template, ending{}))
		return
	}
	k.report(at, &pod, of, mock, template, end)
	k.say(at, endedStatus(&pod, template, end))
}

// report leaves what the executor of the pod would report of its outputs.
func (k *kubelet) report(at address, pod *corev1.Pod, of subject, mock Mock, template wfv1.Template, end ending) {
	outputs := mock.outputs(of, template.Outputs, end.succeeds())
	if envOf(pod, common.EnvVarIncludeScriptOutput) == "true" && template.HasOutput() {
		result := mock.result(of)
		outputs.Result = &result
	}
	held, err := encoded(wfv1.WorkflowTaskResult{NodeResult: wfv1.NodeResult{Outputs: outputs}})
	if err != nil {
		return
	}
	held["metadata"] = object{"labels": object{
		common.LabelKeyWorkflow:               pod.Labels[common.LabelKeyWorkflow],
		common.LabelKeyReportOutputsCompleted: "true",
	}}
	result := address{"workflowtaskresults", at.namespace, pod.Annotations[common.AnnotationKeyNodeID]}
	_, _ = k.cluster.create(result, withKind(held, result.resource))
}

func (k *kubelet) say(at address, status corev1.PodStatus) {
	held, err := encoded(status)
	if err != nil {
		return
	}
	_, _ = k.cluster.patch(at, object{"status": held})
}

// answer answers the tasks of a set that were not answered yet, as the agent does.
func (k *kubelet) answer(ctx context.Context, at address, held object) {
	var set wfv1.WorkflowTaskSet
	if err := decoded(held, &set); err != nil {
		return
	}
	for id, template := range set.Spec.Tasks {
		k.mutex.Lock()
		isKnown := k.tasks[id]
		k.tasks[id] = true
		k.mutex.Unlock()
		if !isKnown {
			go k.task(ctx, at, id, template)
		}
	}
}

func (k *kubelet) task(ctx context.Context, at address, id string, template wfv1.Template) {
	k.count(1)
	defer k.count(-1)
	time.Sleep(settled)
	node := nodeOf(k.cluster, at.namespace, at.name, id)
	of := subject{template.Name, node.DisplayName, node.Name}
	mock, _ := mockOf(k.mocks, of)
	select {
	case <-time.After(time.Duration(mock.seconds() * float64(time.Second))):
	case <-ctx.Done():
		return
	}
	phase := wfv1.NodePhase(mock.Phase)
	if phase == "" {
		phase = wfv1.NodeSucceeded
		if mock.exitCode() != 0 {
			phase = wfv1.NodeFailed
		}
	}
	outputs := &wfv1.Outputs{}
	if template.Plugin != nil {
		outputs = mock.outputs(of, template.Outputs, phase == wfv1.NodeSucceeded)
	}
	if template.HTTP != nil || mock.Result != nil {
		result := mock.result(of)
		outputs.Result = &result
	}
	answer, err := encoded(wfv1.NodeResult{Phase: phase, Message: mock.Message, Outputs: outputs})
	if err != nil {
		return
	}
	_, _ = k.cluster.patch(at, object{"status": object{"nodes": object{id: answer}}})
}

// follow hands on all changes of the cluster, from the first, until the context ends.
func (c *cluster) follow(ctx context.Context, hear func(event)) {
	version := 0
	for {
		events, changed := c.since(version)
		for _, happened := range events {
			version = happened.version
			hear(happened)
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return
		}
	}
}

// subjectOf finds what mocks ask of a pod in the status of its workflow.
func subjectOf(c *cluster, namespace string, pod *corev1.Pod, template wfv1.Template) subject {
	node := nodeOf(c, namespace, pod.Labels[common.LabelKeyWorkflow], pod.Annotations[common.AnnotationKeyNodeID])
	return subject{template.Name, node.DisplayName, pod.Annotations[common.AnnotationKeyNodeName]}
}

func nodeOf(c *cluster, namespace, workflow, id string) wfv1.NodeStatus {
	var read wfv1.Workflow
	held, err := c.get(address{"workflows", namespace, workflow})
	if err == nil {
		_ = decoded(held, &read)
	}
	return read.Status.Nodes[id]
}

// templateOf reads the template that the controller gives the executor.
func templateOf(pod *corev1.Pod) wfv1.Template {
	var template wfv1.Template
	_ = json.Unmarshal([]byte(envOf(pod, common.EnvVarTemplate)), &template)
	return template
}

func envOf(pod *corev1.Pod, name string) string {
	for _, container := range append(pod.Spec.InitContainers, pod.Spec.Containers...) {
		for _, variable := range container.Env {
			if variable.Name == name && variable.Value != "" {
				return variable.Value
			}
		}
	}
	return ""
}

// encoded gives a value as JSON has it.
func encoded(value any) (object, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	held := object{}
	return held, json.Unmarshal(text, &held)
}

func decoded(held object, into any) error {
	text, err := json.Marshal(held)
	if err != nil {
		return fmt.Errorf("not JSON: %w", err)
	}
	return json.Unmarshal(text, into)
}
