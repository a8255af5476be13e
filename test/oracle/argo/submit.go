package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sigs.k8s.io/yaml"
)

// nowhere is the namespace of manifests that name none.
const nowhere = "default"

// submission is what a request brings into the cluster: a workflow, and all that lies beside it.
type submission struct {
	workflow  object
	namespace string
	beside    map[address]object
	images    []string
}

// submissionOf reads the documents of a manifest. The first Workflow runs; without one, it is a workflow made of the first
// CronWorkflow or template. The name of a workflow is its own; of one that is made of
// something else, it is the name of that and -x.
func submissionOf(request Request) (*submission, error) {
	found := &submission{namespace: nowhere, beside: map[address]object{}}
	documents := []object{}
	for _, part := range strings.Split("\n"+request.Manifest, "\n---") {
		held := object{}
		if err := yaml.Unmarshal([]byte(part), &held); err != nil {
			return nil, fmt.Errorf("not YAML: %w", err)
		}
		if len(held) > 0 {
			documents = append(documents, held)
			found.images = imagesOf(held, found.images)
		}
	}
	main, err := mainOf(documents)
	if err != nil {
		return nil, err
	}
	if namespace, ok := metaOf(main)["namespace"].(string); ok {
		found.namespace = namespace
	}
	for _, held := range documents {
		if at, ok := found.place(held); ok {
			found.beside[at] = held
		}
	}
	if nameOf(main) == "" {
		return nil, errors.New("the workflow has no name")
	}
	found.workflow = workflowOf(main)
	found.setParameters(request.Parameters)
	if request.Entrypoint != "" {
		specOf(found.workflow)["entrypoint"] = request.Entrypoint
	}
	return found, nil
}

func mainOf(documents []object) (object, error) {
	for _, kind := range []string{"Workflow", "CronWorkflow", "WorkflowTemplate", "ClusterWorkflowTemplate"} {
		for _, held := range documents {
			if held["kind"] == kind {
				return held, nil
			}
		}
	}
	return nil, errors.New("there is no workflow")
}

// place says where in the cluster a document goes: workflows run, and CronWorkflows have no part in that.
func (found *submission) place(held object) (at address, ok bool) {
	if held["kind"] == "Workflow" || held["kind"] == "CronWorkflow" {
		return at, false
	}
	for resource, kind := range kinds {
		if held["kind"] == kind[1] {
			at = address{resource, found.namespace, nameOf(held)}
			if resource == "clusterworkflowtemplates" || resource == "namespaces" {
				at.namespace = ""
			}
			return at, true
		}
	}
	return at, false
}

func workflowOf(main object) object {
	made := object{"apiVersion": main["apiVersion"], "kind": "Workflow", "metadata": object{}}
	meta, name := metaOf(main), nameOf(main)
	switch main["kind"] {
	case "Workflow":
		made["metadata"] = copied(meta)
		made["spec"] = main["spec"]
	case "CronWorkflow":
		made["spec"], _ = specOf(main)["workflowSpec"].(object)
		if metadata, ok := specOf(main)["workflowMetadata"].(object); ok {
			made["metadata"] = copied(metadata)
		}
		name += "-x"
	default:
		reference := object{"name": name}
		if main["kind"] == "ClusterWorkflowTemplate" {
			reference["clusterScope"] = true
		}
		made["spec"] = object{"workflowTemplateRef": reference}
		name += "-x"
	}
	metaOf(made)["name"] = name
	return made
}

// nameOf is the name of a document, or what it is generated from and an x.
func nameOf(held object) string {
	name, _ := metaOf(held)["name"].(string)
	if generated, ok := metaOf(held)["generateName"].(string); ok && name == "" {
		return generated + "x"
	}
	return name
}

func specOf(held object) object {
	if spec, ok := held["spec"].(object); ok {
		return spec
	}
	spec := object{}
	held["spec"] = spec
	return spec
}

// setParameters gives the workflow its parameters, as a submission does.
func (found *submission) setParameters(values map[string]string) {
	if len(values) == 0 {
		return
	}
	spec := specOf(found.workflow)
	arguments, _ := spec["arguments"].(object)
	if arguments == nil {
		arguments = object{}
	}
	known, _ := arguments["parameters"].([]any)
	left := []any{}
	for _, parameter := range known {
		held, _ := parameter.(object)
		name, _ := held["name"].(string)
		if _, isGiven := values[name]; !isGiven {
			left = append(left, parameter)
		}
	}
	names := []string{}
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		left = append(left, object{"name": name, "value": values[name]})
	}
	arguments["parameters"] = left
	spec["arguments"] = arguments
}

// accountsOf gives the service account that a workflow names, if it does.
func accountsOf(workflow object) []string {
	if account, ok := specOf(workflow)["serviceAccountName"].(string); ok {
		return []string{account}
	}
	return nil
}

// imagesOf adds the images that a document names.
func imagesOf(value any, found []string) []string {
	switch known := value.(type) {
	case object:
		for key, part := range known {
			if image, ok := part.(string); ok && key == "image" && image != "" {
				found = append(found, image)
			}
			found = imagesOf(part, found)
		}
	case []any:
		for _, part := range known {
			found = imagesOf(part, found)
		}
	}
	return found
}
