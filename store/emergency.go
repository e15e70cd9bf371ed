package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"bekwaam/plan"
)

// Emergency writes a plan that could not be saved to a file of its own in
// dir, readable by its owner only, and returns the path. The name has the day
// and the time of now as its clock shows them. It needs no store.
func Emergency(dir string, p plan.Plan, now time.Time) (string, error) {
	data := plan.WriteJSON(p)
	stem := "bekwaam-nood-" + now.Format("2006-01-02-1504")
	for i := 1; ; i++ {
		name := stem + ".json"
		if i > 1 {
			name = fmt.Sprintf("%s-%d.json", stem, i)
		}
		path := filepath.Join(dir, name)
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return "", failed(err)
		}
		_, err = f.Write(data)
		if err == nil {
			err = f.Sync()
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return "", failed(errors.Join(err, os.Remove(path)))
		}
		_ = syncDir(dir) // the file is there; its name will be too
		return path, nil
	}
}
