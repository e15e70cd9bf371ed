//go:build unix

package cli

import "syscall"

// makeFIFO makes a named pipe, which is no file to read.
func makeFIFO(path string) error { return syscall.Mkfifo(path, 0o600) }
