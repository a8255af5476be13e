package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
)

// kinds are the names of the kinds that the controller asks for, by their plural names in paths.
var kinds = map[string][2]string{
	"clusterworkflowtemplates": {"argoproj.io/v1alpha1", "ClusterWorkflowTemplate"},
	"cronworkflows":            {"argoproj.io/v1alpha1", "CronWorkflow"},
	"workflowartifactgctasks":  {"argoproj.io/v1alpha1", "WorkflowArtifactGCTask"},
	"workflows":                {"argoproj.io/v1alpha1", "Workflow"},
	"workflowtaskresults":      {"argoproj.io/v1alpha1", "WorkflowTaskResult"},
	"workflowtasksets":         {"argoproj.io/v1alpha1", "WorkflowTaskSet"},
	"workflowtemplates":        {"argoproj.io/v1alpha1", "WorkflowTemplate"},
	"configmaps":               {"v1", "ConfigMap"},
	"events":                   {"v1", "Event"},
	"namespaces":               {"v1", "Namespace"},
	"persistentvolumeclaims":   {"v1", "PersistentVolumeClaim"},
	"pods":                     {"v1", "Pod"},
	"secrets":                  {"v1", "Secret"},
	"serviceaccounts":          {"v1", "ServiceAccount"},
	"poddisruptionbudgets":     {"policy/v1", "PodDisruptionBudget"},
	"selfsubjectaccessreviews": {"authorization.k8s.io/v1", "SelfSubjectAccessReview"},
}

// api answers the requests of Kubernetes clients out of a cluster in memory, within the process.
type api struct {
	cluster *cluster
	// stopPod is asked to end a pod when the controller runs a command in it, which it does for nothing else.
	stopPod func(at address)
}

// RoundTrip answers one request; that of a watch goes on until its context ends.
func (a *api) RoundTrip(request *http.Request) (*http.Response, error) {
	at, part, ok := addressed(request.URL.Path)
	if !ok {
		return answered(request, 404, statusOf(&refusal{404, "NotFound", request.URL.Path}))
	}
	if part == "exec" {
		a.stopPod(at)
		return answered(request, 400, statusOf(&refusal{400, "BadRequest", "no commands run here"}))
	}
	if request.Method == http.MethodGet && at.name == "" {
		return a.many(request, at)
	}
	body, err := readBody(request)
	if err != nil {
		return nil, err
	}
	held, err := a.one(request, at, body)
	var refused *refusal
	if errors.As(err, &refused) {
		return answered(request, refused.code, statusOf(refused))
	}
	if err != nil {
		return nil, err
	}
	return answered(request, 200, shaped(request, held))
}

func (a *api) one(request *http.Request, at address, body object) (object, error) {
	switch request.Method {
	case http.MethodGet:
		return a.cluster.get(at)
	case http.MethodPost:
		if at.resource == "selfsubjectaccessreviews" {
			body["status"] = object{"allowed": true}
			return body, nil
		}
		at.name, _ = metaOf(body)["name"].(string)
		return a.cluster.create(at, withKind(body, at.resource))
	case http.MethodPut:
		return a.cluster.update(at, withKind(body, at.resource))
	case http.MethodPatch:
		return a.cluster.patch(at, body)
	case http.MethodDelete:
		if at.name != "" {
			return object{"kind": "Status", "apiVersion": "v1", "status": "Success"}, a.cluster.remove(at)
		}
		wanted, err := selected(request, at)
		if err != nil {
			return nil, err
		}
		found, _ := a.cluster.list(wanted)
		for _, held := range found {
			name, _ := metaOf(held)["name"].(string)
			_ = a.cluster.remove(address{at.resource, at.namespace, name})
		}
		return object{"kind": "Status", "apiVersion": "v1", "status": "Success"}, nil
	}
	return nil, &refusal{405, "MethodNotAllowed", request.Method}
}

func (a *api) many(request *http.Request, at address) (*http.Response, error) {
	wanted, err := selected(request, at)
	if err != nil {
		return answered(request, 400, statusOf(&refusal{400, "BadRequest", err.Error()}))
	}
	query := request.URL.Query()
	if watch := query.Get("watch"); watch != "true" && watch != "1" {
		found, version := a.cluster.list(wanted)
		items := make([]any, len(found))
		for index, held := range found {
			items[index] = shaped(request, held)
		}
		kind := kinds[at.resource]
		if wantsMetadata(request) {
			kind = [2]string{"meta.k8s.io/v1", "PartialObjectMetadata"}
		}
		return answered(request, 200, object{
			"apiVersion": kind[0],
			"kind":       kind[1] + "List",
			"metadata":   object{"resourceVersion": strconv.Itoa(version)},
			"items":      items,
		})
	}
	if query.Get("sendInitialEvents") == "true" {
		// The clients then list and watch apart, as they do with older servers.
		return answered(request, 422, statusOf(&refusal{422, "Invalid", "no initial events here"}))
	}
	version, _ := strconv.Atoi(query.Get("resourceVersion"))
	out, in := io.Pipe()
	go a.watch(request, wanted, version, in)
	return &http.Response{
		StatusCode: 200, Status: "200 OK", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, Body: out, Request: request, ContentLength: -1,
	}, nil
}

// watch writes each change of what is wanted. An object that leaves the selection is deleted to who watches it.
func (a *api) watch(request *http.Request, wanted selection, version int, in *io.PipeWriter) {
	defer in.Close()
	encoder := json.NewEncoder(in)
	for {
		events, changed := a.cluster.since(version)
		for _, happened := range events {
			version = happened.version
			was, is := wanted.has(happened.at, happened.was), wanted.has(happened.at, happened.is)
			kind, held := "MODIFIED", happened.is
			switch {
			case !was && !is:
				continue
			case !was:
				kind = "ADDED"
			case !is && happened.is != nil:
				kind = "DELETED"
			case !is:
				kind, held = "DELETED", happened.was
			}
			if encoder.Encode(object{"type": kind, "object": shaped(request, held)}) != nil {
				return
			}
		}
		select {
		case <-changed:
		case <-request.Context().Done():
			return
		}
	}
}

// addressed reads a path: the object or kind, and the part of the object, if one is meant.
func addressed(path string) (at address, part string, ok bool) {
	rest, isCore := strings.CutPrefix(path, "/api/v1/")
	if !isCore {
		pieces := strings.SplitN(strings.TrimPrefix(path, "/apis/"), "/", 3)
		if len(pieces) < 3 {
			return at, "", false
		}
		rest = pieces[2]
	}
	pieces := strings.Split(rest, "/")
	if pieces[0] == "namespaces" && len(pieces) > 2 {
		at.namespace = pieces[1]
		pieces = pieces[2:]
	}
	at.resource = pieces[0]
	if len(pieces) > 1 {
		at.name = pieces[1]
	}
	if len(pieces) > 2 {
		part = pieces[2]
	}
	return at, part, true
}

func selected(request *http.Request, at address) (selection, error) {
	query := request.URL.Query()
	byLabel, err := labels.Parse(query.Get("labelSelector"))
	if err != nil {
		return selection{}, err
	}
	byField, err := fields.ParseSelector(query.Get("fieldSelector"))
	return selection{at.resource, at.namespace, byLabel, byField}, err
}

func readBody(request *http.Request) (object, error) {
	if request.Body == nil {
		return object{}, nil
	}
	defer request.Body.Close()
	text, err := io.ReadAll(request.Body)
	if err != nil || len(text) == 0 {
		return object{}, err
	}
	body := object{}
	if err := json.Unmarshal(text, &body); err != nil {
		return nil, fmt.Errorf("%s %s: %w", request.Method, request.URL.Path, err)
	}
	return body, nil
}

func withKind(held object, resource string) object {
	if kind, ok := kinds[resource]; ok {
		held["apiVersion"], held["kind"] = kind[0], kind[1]
	}
	return held
}

func wantsMetadata(request *http.Request) bool {
	return strings.Contains(request.Header.Get("Accept"), "as=PartialObjectMetadata")
}

func shaped(request *http.Request, held object) object {
	if !wantsMetadata(request) {
		return held
	}
	return object{"apiVersion": "meta.k8s.io/v1", "kind": "PartialObjectMetadata", "metadata": held["metadata"]}
}

func statusOf(refused *refusal) object {
	return object{
		"apiVersion": "v1", "kind": "Status", "status": "Failure",
		"code": refused.code, "reason": refused.reason, "message": refused.message,
	}
}

func answered(request *http.Request, code int, held object) (*http.Response, error) {
	text, err := json.Marshal(held)
	if err != nil {
		return nil, err
	}
	return &http.Response{
		StatusCode: code, Status: http.StatusText(code), Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {"application/json"}}, Request: request,
		Body: io.NopCloser(bytes.NewReader(text)), ContentLength: int64(len(text)),
	}, nil
}
