package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/google/go-containerregistry/pkg/v1/remote"
)

const (
	imageConfig   = `{"architecture":"amd64","os":"linux","config":{"Cmd":["run"]},"rootfs":{"type":"layers","diff_ids":[]}}`
	imageManifest = `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",` +
		`"config":{"mediaType":"application/vnd.oci.image.config.v1+json","size":%d,"digest":"%s"},"layers":[]}`
)

// registry stands in for all registries of images: the controller asks there for the command of an image whose name only the
// run brings. Every image has the same.
type registry struct{}

func init() { remote.DefaultTransport = registry{} }

// RoundTrip answers the three requests that lead to the configuration of an image.
func (registry) RoundTrip(request *http.Request) (*http.Response, error) {
	kind, text := "application/json", "{}"
	switch {
	case strings.Contains(request.URL.Path, "/manifests/"):
		kind = "application/vnd.oci.image.manifest.v1+json"
		text = fmt.Sprintf(imageManifest, len(imageConfig), digestOf(imageConfig))
	case strings.Contains(request.URL.Path, "/blobs/"):
		text = imageConfig
	}
	header := http.Header{"Content-Type": {kind}, "Docker-Content-Digest": {digestOf(text)}}
	return &http.Response{
		StatusCode: 200, Status: "200 OK", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: header,
		Body: io.NopCloser(strings.NewReader(text)), ContentLength: int64(len(text)), Request: request,
	}, nil
}

func digestOf(text string) string { return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(text))) }
