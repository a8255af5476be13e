package main

import (
	"time"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// ending is how a pod ends.
type ending struct {
	exitCode   int32
	message    string
	containers map[string]int32
	// waitFails is what makes an Error of a pod: the executor's own container fails.
	waitFails  bool
	atDeadline bool
}

func (end ending) succeeds() bool {
	for _, code := range end.containers {
		if code != 0 {
			return false
		}
	}
	return end.exitCode == 0 && !end.waitFails
}

// of gives the exit code and the message of one container.
func (end ending) of(container string, template wfv1.Template) (code int32, message string) {
	if container == common.WaitContainerName || container == common.SupervisorContainerName {
		if end.waitFails {
			return 1, end.message
		}
		return 0, ""
	}
	if special, ok := end.containers[container]; ok {
		return special, end.message
	}
	if end.exitCode != 0 && template.IsMainContainerName(container) {
		return end.exitCode, end.message
	}
	return 0, ""
}

func pendingStatus(pod *corev1.Pod, message string) corev1.PodStatus {
	return corev1.PodStatus{
		Phase: corev1.PodPending,
		Conditions: []corev1.PodCondition{{
			Type: corev1.PodScheduled, Status: corev1.ConditionFalse, Reason: corev1.PodReasonUnschedulable, Message: message,
			LastTransitionTime: metav1.Now(),
		}},
	}
}

func runningStatus(pod *corev1.Pod) corev1.PodStatus {
	now := metav1.Now()
	status := corev1.PodStatus{Phase: corev1.PodRunning, PodIP: "10.0.0.1", StartTime: &now}
	for _, container := range pod.Spec.Containers {
		status.ContainerStatuses = append(status.ContainerStatuses, corev1.ContainerStatus{
			Name: container.Name, Ready: true,
			State: corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: now}},
		})
	}
	return status
}

func endedStatus(pod *corev1.Pod, template wfv1.Template, end ending) corev1.PodStatus {
	now := metav1.NewTime(time.Now())
	status := corev1.PodStatus{Phase: corev1.PodSucceeded}
	if !end.succeeds() {
		status.Phase = corev1.PodFailed
	}
	if end.atDeadline {
		status.Reason = "DeadlineExceeded"
		status.Message = "Pod was active on the node longer than the specified deadline"
	}
	for _, container := range pod.Spec.Containers {
		code, message := end.of(container.Name, template)
		reason := "Completed"
		if code != 0 {
			reason = "Error"
		}
		status.ContainerStatuses = append(status.ContainerStatuses, corev1.ContainerStatus{
			Name: container.Name,
			State: corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{
				ExitCode: code, Reason: reason, Message: message, StartedAt: now, FinishedAt: now,
			}},
		})
	}
	return status
}
