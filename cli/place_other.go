//go:build !windows

package cli

func knownDocuments() string { return "" }
