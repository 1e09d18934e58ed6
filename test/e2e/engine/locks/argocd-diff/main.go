// Tells what Argo CD would find different, by Argo CD's own code. Reads from its input the OpenAPI document of an API
// server and, for each object, what is committed, what is live, and what a server-side apply would make of it; the last
// two with their managed fields. Prints for each object both sides as Argo CD compares them, when they differ.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/argoproj/gitops-engine/pkg/diff"
	openapi "github.com/google/gnostic-models/openapiv2"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/managedfields"
	"k8s.io/kube-openapi/pkg/util/proto"
)

type input struct {
	Manager string
	OpenAPI json.RawMessage
	Objects []struct {
		Committed, Live map[string]any
		Applied         json.RawMessage
	}
}

type difference struct {
	Live  json.RawMessage `json:"live"`
	After json.RawMessage `json:"after"`
}

// An apply that has been tried already.
type tried string

func (applied tried) Run(context.Context, *unstructured.Unstructured, string) (string, error) {
	return string(applied), nil
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var in input
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		return err
	}
	parser, err := parserOf(in.OpenAPI)
	if err != nil {
		return err
	}
	found := []difference{}
	for _, object := range in.Objects {
		result, err := diff.Diff(
			&unstructured.Unstructured{Object: object.Committed},
			&unstructured.Unstructured{Object: object.Live},
			diff.WithServerSideDiff(true),
			diff.WithServerSideDryRunner(tried(object.Applied)),
			diff.WithManager(in.Manager),
			diff.WithGVKParser(parser),
		)
		if err != nil {
			return err
		}
		if result.Modified {
			found = append(found, difference{result.NormalizedLive, result.PredictedLive})
		}
	}
	return json.NewEncoder(os.Stdout).Encode(found)
}

func parserOf(document []byte) (*managedfields.GvkParser, error) {
	read, err := openapi.ParseDocument(document)
	if err != nil {
		return nil, err
	}
	models, err := proto.NewOpenAPIData(read)
	if err != nil {
		return nil, err
	}
	return managedfields.NewGVKParser(models, false)
}
