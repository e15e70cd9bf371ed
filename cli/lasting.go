package cli

import (
	"io"
	"os"
	"time"
)

// onTheirWay is how long keys that were typed just before the window closed
// may take to the field that they were typed in.
const onTheirWay = 50 * time.Millisecond

// lasting is a terminal that says when it has ended. The program of screens
// would go on without keys for ever, or end at once and leave keys behind that
// it has read already.
type lasting struct {
	*os.File
	ended func()
}

func (l lasting) Read(b []byte) (int, error) {
	n, err := l.File.Read(b)
	if n <= 0 && err != nil {
		l.ended()
		time.Sleep(4 * onTheirWay)
	}
	return n, err
}

// lastingInput calls ended when a terminal ends.
func lastingInput(in io.Reader, ended func()) io.Reader {
	if f, ok := in.(*os.File); ok {
		return lasting{f, ended}
	}
	return in
}
