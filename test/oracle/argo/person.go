package main

import (
	"context"
	"time"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	wfclient "github.com/argoproj/argo-workflows/v4/pkg/client/clientset/versioned/typed/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/workflow/hydrator/fake"
	"github.com/argoproj/argo-workflows/v4/workflow/util"
)

// person does what people do with a workflow that runs: resumes or refuses what waits for them, and shuts it down.
type person struct {
	argo      wfclient.WorkflowInterface
	namespace string
	cluster   *cluster
	request   Request
	asked     map[string]bool
}

func (p *person) run(ctx context.Context) {
	started := false
	p.cluster.follow(ctx, func(happened event) {
		if happened.at.resource != "workflows" || happened.is == nil {
			return
		}
		var workflow wfv1.Workflow
		if decoded(happened.is, &workflow) != nil {
			return
		}
		if shutdown := p.request.Shutdown; shutdown != nil && !started {
			started = true
			go p.shutDown(ctx, workflow.Name, *shutdown)
		}
		for id, node := range workflow.Status.Nodes {
			if node.IsActiveSuspendNode() && !p.asked[id] {
				p.asked[id] = true
				go p.decide(ctx, workflow.Name, node)
			}
		}
	})
}

// decide resumes a node as a mock says, with the values that it has, or as the request says for all without one.
func (p *person) decide(ctx context.Context, workflow string, node wfv1.NodeStatus) {
	mock, isMocked := mockOf(p.request.Mocks, subject{util.GetTemplateFromNode(node), node.DisplayName, node.Name})
	if !isMocked && !p.request.Resume {
		return
	}
	select {
	case <-time.After(time.Duration(mock.seconds() * float64(time.Second))):
	case <-ctx.Done():
		return
	}
	this := "id=" + node.ID
	if len(mock.Parameters) > 0 {
		_ = util.SetWorkflow(ctx, p.argo, fake.Noop, workflow, this, util.SetOperationValues{OutputParameters: mock.Parameters})
	}
	if mock.Phase == string(wfv1.NodeFailed) {
		_ = util.StopWorkflow(ctx, p.argo, fake.Noop, workflow, this, mock.Message)
		return
	}
	// One node alone is resumed with its workflow, which gives outputs without a value their defaults.
	if p.waiting(workflow) < 2 {
		this = ""
	}
	_ = util.ResumeWorkflow(ctx, p.argo, fake.Noop, workflow, this)
}

// waiting counts the suspended nodes of a workflow.
func (p *person) waiting(name string) int {
	held, err := p.cluster.get(address{"workflows", p.namespace, name})
	var workflow wfv1.Workflow
	if err != nil || decoded(held, &workflow) != nil {
		return 0
	}
	return len(workflow.Status.Nodes.Filter(isWaiting))
}

func (p *person) shutDown(ctx context.Context, workflow string, how Shutdown) {
	select {
	case <-time.After(time.Duration(how.After * float64(time.Second))):
	case <-ctx.Done():
		return
	}
	if how.Strategy == wfv1.ShutdownStrategyTerminate {
		_ = util.TerminateWorkflow(ctx, p.argo, workflow)
		return
	}
	_ = util.StopWorkflow(ctx, p.argo, fake.Noop, workflow, "", "")
}
