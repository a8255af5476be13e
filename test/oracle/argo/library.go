package main

import (
	"context"
	"fmt"

	wfv1 "github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v4/workflow/common"
)

// library holds the templates of a set of files, in place of a cluster.
type library struct {
	cluster    clusterTemplates
	namespaces map[string]templates
}

type clusterTemplates map[string]*wfv1.ClusterWorkflowTemplate

// templates are those of one namespace.
type templates struct {
	namespace string
	byName    map[string]*wfv1.WorkflowTemplate
}

// Get finds a template of the cluster by its name.
func (found clusterTemplates) Get(_ context.Context, name string) (*wfv1.ClusterWorkflowTemplate, error) {
	if template, ok := found[name]; ok {
		return template, nil
	}
	return nil, fmt.Errorf("couldn't find cluster workflow template %q", name)
}

// Get finds a template of the namespace by its name.
func (found templates) Get(_ context.Context, name string) (*wfv1.WorkflowTemplate, error) {
	if template, ok := found.byName[name]; ok {
		return template, nil
	}
	return nil, fmt.Errorf("couldn't find workflow template %q in namespace %q", name, found.namespace)
}

func (found library) inNamespace(namespace string) templates {
	if known, ok := found.namespaces[namespace]; ok {
		return known
	}
	return templates{namespace: namespace}
}

// gather reads all templates of the files. What cannot be read, or is there twice, is an error of the whole set.
func gather(ctx context.Context, files []File) (library, error) {
	found := library{cluster: clusterTemplates{}, namespaces: map[string]templates{}}
	for _, file := range files {
		for _, parsed := range common.ParseObjects(ctx, []byte(file.Text), false) {
			if parsed.Err != nil {
				return found, fmt.Errorf("failed to parse YAML from file %s: %w", file.Name, parsed.Err)
			}
			if err := found.add(parsed.Object); err != nil {
				return found, err
			}
		}
	}
	return found, nil
}

func (found library) add(object any) error {
	switch known := object.(type) {
	case *wfv1.ClusterWorkflowTemplate:
		if _, ok := found.cluster[known.Name]; ok {
			return fmt.Errorf("duplicate ClusterWorkflowTemplate found: %q", known.Name)
		}
		found.cluster[known.Name] = known
	case *wfv1.WorkflowTemplate:
		if _, ok := found.namespaces[known.Namespace]; !ok {
			found.namespaces[known.Namespace] = templates{known.Namespace, map[string]*wfv1.WorkflowTemplate{}}
		}
		byName := found.namespaces[known.Namespace].byName
		if _, ok := byName[known.Name]; ok {
			return fmt.Errorf("duplicate WorkflowTemplate found: %q", known.Name)
		}
		byName[known.Name] = known
	}
	return nil
}
