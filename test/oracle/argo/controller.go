package main

import (
	"context"
	"errors"
	"net"
	"net/http"

	wfclientset "github.com/argoproj/argo-workflows/v4/pkg/client/clientset/versioned"
	"github.com/argoproj/argo-workflows/v4/workflow/controller"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"sigs.k8s.io/yaml"
)

const (
	// home is the namespace of the controller.
	home            = "argo"
	configMapOfHome = "workflow-controller-configmap"
)

// clientsOf gives clients of Kubernetes whose requests end in the process.
func clientsOf(answers http.RoundTripper) (*rest.Config, *kubernetes.Clientset, *wfclientset.Clientset, error) {
	config := &rest.Config{
		Host:          "http://cluster.invalid",
		ContentConfig: rest.ContentConfig{ContentType: runtime.ContentTypeJSON, AcceptContentTypes: runtime.ContentTypeJSON},
		QPS:           -1,
		WrapTransport: func(http.RoundTripper) http.RoundTripper { return answers },
		Dial: func(context.Context, string, string) (net.Conn, error) {
			return nil, errors.New("there is no network")
		},
	}
	kube, err := kubernetes.NewForConfig(config)
	if err != nil {
		return nil, nil, nil, err
	}
	argo, err := wfclientset.NewForConfig(config)
	return config, kube, argo, err
}

// startController runs Argo's controller, as its own command does, until the context ends.
func startController(ctx context.Context, answers http.RoundTripper) (*wfclientset.Clientset, error) {
	config, kube, argo, err := clientsOf(answers)
	if err != nil {
		return nil, err
	}
	made, err := controller.NewWorkflowController(
		ctx, config, kube, argo, home, "", "argoexec", "IfNotPresent", "text", configMapOfHome, true, true)
	if err != nil {
		return nil, err
	}
	go made.Run(ctx, 1, 1, 1, 1, 1)
	return argo, nil
}

// configOf is the configuration of the controller: what a request has, with a place for artifacts, and with a command for
// each image, so that no registry is asked for it.
func configOf(given object, images []string) (object, error) {
	config := object{
		"artifactRepository": object{"s3": object{"endpoint": "artifacts.invalid", "bucket": "artifacts", "insecure": true}},
		"metricsConfig":      object{"enabled": false},
	}
	commands := object{}
	for _, image := range images {
		commands[image] = object{"cmd": []any{"run"}}
	}
	config["images"] = commands
	text, err := yaml.Marshal(merged(config, given))
	return object{"data": object{"config": string(text)}}, err
}
