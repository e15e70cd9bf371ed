//go:build !unix

package cli

import "time"

var began = time.Now()

// cpuTime is at least how long this process has used the processor.
func cpuTime() time.Duration { return time.Since(began) }
