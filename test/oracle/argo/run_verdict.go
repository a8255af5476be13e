package main

import (
	"cmp"
	"slices"
	"time"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// RunVerdict is what came of a run. Without an end, it is done; else it is stuck, waits for a person, or goes on without
// end. Times are seconds
// after the workflow was created.
type RunVerdict struct {
	Name string `json:"name"`
	End  end    `json:"end,omitempty"`
	// Trouble is what the log of the controller says last of an error, where a run is stuck.
	Trouble string             `json:"trouble,omitempty"`
	Phase   wfv1.WorkflowPhase `json:"phase"`
	Message string             `json:"message,omitempty"`
	Outputs *wfv1.Outputs      `json:"outputs,omitempty"`
	// Nodes are in the order in which they came, those of one round by their names.
	Nodes    []RunNode `json:"nodes"`
	Finished *float64  `json:"finished,omitempty"`
}

// RunNode is one node at the end of a run.
type RunNode struct {
	Name         string                          `json:"name"`
	ID           string                          `json:"id"`
	DisplayName  string                          `json:"displayName"`
	Type         wfv1.NodeType                   `json:"type"`
	Phase        wfv1.NodePhase                  `json:"phase"`
	Message      string                          `json:"message,omitempty"`
	TemplateName string                          `json:"templateName,omitempty"`
	TemplateRef  *wfv1.TemplateRef               `json:"templateRef,omitempty"`
	BoundaryID   string                          `json:"boundaryID,omitempty"`
	Children     []string                        `json:"children,omitempty"`
	Outbound     []string                        `json:"outboundNodes,omitempty"`
	Inputs       *wfv1.Inputs                    `json:"inputs,omitempty"`
	Outputs      *wfv1.Outputs                   `json:"outputs,omitempty"`
	Flag         *wfv1.NodeFlag                  `json:"nodeFlag,omitempty"`
	Daemoned     bool                            `json:"daemoned,omitempty"`
	Memoization  *wfv1.MemoizationStatus         `json:"memoizationStatus,omitempty"`
	Waiting      *wfv1.NodeSynchronizationStatus `json:"synchronizationStatus,omitempty"`
	// Pod is the name of its pod, if it had one.
	Pod string `json:"pod,omitempty"`
	// Round is the number of the state of the workflow in which the node was there first.
	Round    int      `json:"round"`
	Started  *float64 `json:"started,omitempty"`
	Finished *float64 `json:"finished,omitempty"`
}

// verdictOf tells a run from all that happened in the cluster.
func verdictOf(held *cluster, at address, created time.Time, end end) (RunVerdict, error) {
	rounds, round := map[string]int{}, 0
	pods := map[string]string{}
	events, _ := held.since(0)
	var workflow wfv1.Workflow
	for _, happened := range events {
		if happened.at.resource == "pods" && happened.was == nil {
			annotations, _ := metaOf(happened.is)["annotations"].(object)
			if id, ok := annotations[common.AnnotationKeyNodeID].(string); ok {
				pods[id] = happened.at.name
			}
		}
		if happened.at != at || happened.is == nil {
			continue
		}
		round++
		workflow = wfv1.Workflow{}
		if err := decoded(happened.is, &workflow); err != nil {
			return RunVerdict{}, err
		}
		for id := range workflow.Status.Nodes {
			if _, isKnown := rounds[id]; !isKnown {
				rounds[id] = round
			}
		}
	}
	after := func(moment metav1.Time) *float64 {
		if moment.IsZero() {
			return nil
		}
		seconds := moment.Sub(created.Truncate(time.Second)).Seconds()
		return &seconds
	}
	status := workflow.Status
	verdict := RunVerdict{
		Name: at.name, End: end, Phase: status.Phase, Message: status.Message, Outputs: status.Outputs,
		Nodes: []RunNode{}, Finished: after(status.FinishedAt),
	}
	for id, node := range status.Nodes {
		verdict.Nodes = append(verdict.Nodes, RunNode{
			Name: node.Name, ID: id, DisplayName: node.DisplayName, Type: node.Type, Phase: node.Phase,
			Message: node.Message, TemplateName: node.TemplateName, TemplateRef: node.TemplateRef,
			BoundaryID: node.BoundaryID, Children: node.Children, Outbound: node.OutboundNodes,
			Inputs: node.Inputs, Outputs: node.Outputs, Flag: node.NodeFlag,
			Daemoned: node.Daemoned != nil && *node.Daemoned, Memoization: node.MemoizationStatus,
			Waiting: node.SynchronizationStatus, Pod: pods[id], Round: rounds[id],
			Started: after(node.StartedAt), Finished: after(node.FinishedAt),
		})
	}
	slices.SortFunc(verdict.Nodes, func(a, b RunNode) int {
		return cmp.Or(cmp.Compare(a.Round, b.Round), cmp.Compare(a.Name, b.Name))
	})
	return verdict, nil
}
