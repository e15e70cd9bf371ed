//go:build !unix

package cli

import "errors"

func makeFIFO(string) error { return errors.ErrUnsupported }
