// Package discover stands in for the search for other Vault servers in clouds and networks. One server in memory never
// makes it, and the client libraries of fourteen clouds take as long to compile as half of Vault.
package discover

import (
	"errors"
	"log"
)

var errNone = errors.New("this Vault was built without discovery")

type Provider interface {
	Addrs(args map[string]string, l *log.Logger) ([]string, error)
	Help() string
}

var Providers = map[string]Provider{}

type Config map[string]string

func (Config) String() string { return "" }

func Parse(string) (Config, error) { return nil, errNone }

type Discover struct{}

type Option func(*Discover) error

func New(...Option) (*Discover, error) { return &Discover{}, nil }

func WithProviders(map[string]Provider) Option { return nil }

func (*Discover) Addrs(string, *log.Logger) ([]string, error) { return nil, errNone }
