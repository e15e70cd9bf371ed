//go:build !unix

package cli_test

import (
	"errors"
	"os"
	"os/exec"
)

func startTerminal(*exec.Cmd, bool) (*os.File, error) { return nil, errors.ErrUnsupported }
