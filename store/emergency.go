package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"bekwaam/plan"
)

// Emergency writes a plan that could not be saved to a file of its own in
// dir, readable by its owner only, and returns the path. Where the store has a
// passphrase the file is behind it too, see [Store.ReadLocked]. The name has
// the day and the time of now as its clock shows them. It touches no file of
// the store.
func (s *Store) Emergency(dir string, p plan.Plan, now time.Time) (string, error) {
	data, end := plan.WriteJSON(p), ".json"
	if s.box.k != nil {
		var b bytes.Buffer
		w, err := lockOut(s.box, s.vault, &b)
		if err == nil {
			_, err = w.Write(data)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			return "", failed(err)
		}
		data, end = b.Bytes(), backupSuffix
	}
	return writeEmergency(dir, data, end, now)
}

func writeEmergency(dir string, data []byte, end string, now time.Time) (string, error) {
	stem := "bekwaam-nood-" + now.Format("2006-01-02-1504")
	for i := 1; ; i++ {
		name := stem + end
		if i > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, i, end)
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
