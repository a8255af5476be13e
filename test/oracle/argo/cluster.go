package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"k8s.io/apimachinery/pkg/fields"
	"k8s.io/apimachinery/pkg/labels"
)

// object is a resource of the cluster as JSON has it.
type object = map[string]any

// address says where an object is: the plural name of its kind, its namespace if it has one, and its name.
type address struct{ resource, namespace, name string }

// event is one change: what the object was before it and is after it, nil where there is none.
type event struct {
	version int
	at      address
	was, is object
}

// cluster is the state that a Kubernetes API has, in memory: objects, and each change that was made of them.
type cluster struct {
	mutex   sync.Mutex
	objects map[address]object
	events  []event
	// changed is closed and made anew at each change.
	changed chan struct{}
}

func newCluster() *cluster {
	return &cluster{objects: map[address]object{}, changed: make(chan struct{})}
}

// refusal is an answer of the API other than what was asked for.
type refusal struct {
	code    int
	reason  string
	message string
}

func (r *refusal) Error() string { return r.message }

func notFound(at address) error {
	return &refusal{404, "NotFound", fmt.Sprintf("%s %q not found", at.resource, at.name)}
}

// get gives a copy, which the caller may change.
func (c *cluster) get(at address) (object, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if found, ok := c.objects[at]; ok {
		return copied(found), nil
	}
	return nil, notFound(at)
}

// list gives what a selection has, in the order of names, and the version of the whole.
func (c *cluster) list(wanted selection) ([]object, int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	found := []object{}
	for _, at := range slices.SortedFunc(maps.Keys(c.objects), byName) {
		if wanted.has(at, c.objects[at]) {
			found = append(found, c.objects[at])
		}
	}
	return found, len(c.events)
}

func byName(a, b address) int {
	return strings.Compare(a.namespace+"/"+a.name, b.namespace+"/"+b.name)
}

// create adds an object, with what the API itself sets. Uids count up, so that they are the same in each run.
func (c *cluster) create(at address, made object) (object, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	made = copied(made)
	meta := metaOf(made)
	if at.name == "" {
		at.name = fmt.Sprintf("%v%d", meta["generateName"], len(c.events))
	}
	if _, ok := c.objects[at]; ok {
		return nil, &refusal{409, "AlreadyExists", fmt.Sprintf("%s %q already exists", at.resource, at.name)}
	}
	meta["name"] = at.name
	if at.namespace != "" {
		meta["namespace"] = at.namespace
	}
	meta["uid"] = fmt.Sprintf("00000000-0000-4000-8000-%012d", len(c.events)+1)
	meta["creationTimestamp"] = time.Now().UTC().Format(time.RFC3339)
	return c.put(at, made), nil
}

// update takes the place of an object, which must be of the version that the new one names, if it names one.
func (c *cluster) update(at address, made object) (object, error) {
	return c.change(at, func(object) object { return made })
}

// patch lays a JSON merge patch over an object.
func (c *cluster) patch(at address, patch object) (object, error) {
	return c.change(at, func(old object) object { return merged(old, patch) })
}

func (c *cluster) change(at address, how func(old object) object) (object, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	old, ok := c.objects[at]
	if !ok {
		return nil, notFound(at)
	}
	made := how(copied(old))
	was, meta := metaOf(old), metaOf(made)
	if version, ok := meta["resourceVersion"]; ok && version != "" && version != was["resourceVersion"] {
		return nil, &refusal{409, "Conflict", "the object has been modified; please apply your changes to the latest version"}
	}
	meta["uid"], meta["creationTimestamp"] = was["uid"], was["creationTimestamp"]
	if _, dying := meta["deletionTimestamp"]; dying && !hasFinalizers(made) {
		c.drop(at)
		return made, nil
	}
	return c.put(at, made), nil
}

// remove deletes an object; one with finalizers is only marked.
func (c *cluster) remove(at address) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	old, ok := c.objects[at]
	if !ok {
		return notFound(at)
	}
	if !hasFinalizers(old) {
		c.drop(at)
		return nil
	}
	dying := copied(old)
	metaOf(dying)["deletionTimestamp"] = time.Now().UTC().Format(time.RFC3339)
	c.put(at, dying)
	return nil
}

func (c *cluster) put(at address, made object) object {
	metaOf(made)["resourceVersion"] = strconv.Itoa(len(c.events) + 1)
	c.note(event{version: len(c.events) + 1, at: at, was: c.objects[at], is: made})
	c.objects[at] = made
	return copied(made)
}

func (c *cluster) drop(at address) {
	c.note(event{version: len(c.events) + 1, at: at, was: c.objects[at]})
	delete(c.objects, at)
}

func (c *cluster) note(happened event) {
	c.events = append(c.events, happened)
	close(c.changed)
	c.changed = make(chan struct{})
}

// since gives the changes after a version, and what is closed at the next one.
func (c *cluster) since(version int) ([]event, <-chan struct{}) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.events[min(version, len(c.events)):], c.changed
}

// selection is what a list or a watch asks for. An empty namespace is any.
type selection struct {
	resource, namespace string
	labels              labels.Selector
	fields              fields.Selector
}

func (wanted selection) has(at address, held object) bool {
	if held == nil || at.resource != wanted.resource || wanted.namespace != "" && at.namespace != wanted.namespace {
		return false
	}
	of := fields.Set{"metadata.name": at.name, "metadata.namespace": at.namespace}
	return wanted.labels.Matches(labels.Set(labelsOf(held))) && wanted.fields.Matches(of)
}

func labelsOf(held object) map[string]string {
	found := map[string]string{}
	known, _ := metaOf(held)["labels"].(object)
	for key, value := range known {
		found[key] = fmt.Sprint(value)
	}
	return found
}

func hasFinalizers(held object) bool {
	finalizers, _ := metaOf(held)["finalizers"].([]any)
	return len(finalizers) > 0
}

// metaOf gives the metadata of an object, which is made if it is not there.
func metaOf(held object) object {
	if meta, ok := held["metadata"].(object); ok {
		return meta
	}
	meta := object{}
	held["metadata"] = meta
	return meta
}

func copied(held object) object {
	made := make(object, len(held))
	for key, value := range held {
		made[key] = copiedValue(value)
	}
	return made
}

func copiedValue(value any) any {
	switch known := value.(type) {
	case object:
		return copied(known)
	case []any:
		made := make([]any, len(known))
		for index, part := range known {
			made[index] = copiedValue(part)
		}
		return made
	}
	return value
}

// merged lays a JSON merge patch (RFC 7396) over a value.
func merged(old, patch object) object {
	made := copied(old)
	for key, value := range patch {
		part, isMap := value.(object)
		switch {
		case value == nil:
			delete(made, key)
		case isMap:
			under, _ := made[key].(object)
			made[key] = merged(under, part)
		default:
			made[key] = copiedValue(value)
		}
	}
	return made
}
