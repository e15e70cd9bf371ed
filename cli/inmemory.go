package cli

import (
	"os"
	"path/filepath"
	"slices"
)

// passingRoots are the folders for what is there for a moment only, the best
// first: in memory and of the person alone, in memory, and what the system
// offers.
func (r *run) passingRoots() []string {
	var out []string
	if r.OS != "windows" && r.OS != "darwin" {
		for _, dir := range []string{r.Env("XDG_RUNTIME_DIR"), "/dev/shm"} {
			if filepath.IsAbs(dir) && isFolder(dir) {
				out = append(out, dir)
			}
		}
	}
	if dir := os.TempDir(); !slices.Contains(out, dir) {
		out = append(out, dir)
	}
	return out
}

// passingFolder makes a folder that only the person can open, in the first
// place that takes one.
func (r *run) passingFolder(pattern string) (dir string, err error) {
	for _, root := range r.passingRoots() {
		if dir, err = os.MkdirTemp(root, pattern); err == nil {
			return dir, os.Chmod(dir, 0o700)
		}
	}
	return "", err
}
