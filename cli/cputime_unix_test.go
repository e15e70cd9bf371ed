//go:build unix

package cli

import (
	"syscall"
	"time"
)

// cpuTime is how long this process has used the processor: what others do at
// the same time does not count.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
