package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// makeNewer makes one file look as a newer program would write it.
func makeNewer(t *testing.T, dir, file string) {
	t.Helper()
	switch file {
	case "database":
		db, _, err := openDatabase(filepath.Join(dir, databaseName), false)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bolt.Tx) error {
			h, err := readHead(tx)
			if err != nil {
				return err
			}
			value := h.encode()
			value[0] = storeFormat + 1
			return tx.Bucket(bMeta).Put(headKey, box{}.seal(bMeta, headKey, h.seq, value))
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	case "journal":
		body := "27 AAAA"
		head := [2]byte{'0' + sealVersion + 1, '0'}
		f, err := os.OpenFile(one(t, dir, journalPrefix), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := fmt.Fprintf(f, "%s %08x %s\n", head[:], lineSum(head[:], []byte(body)), body); err != nil {
			t.Fatal(err)
		}
	case "snapshot":
		// Read only where the database is gone.
		if err := os.Remove(filepath.Join(dir, databaseName)); err != nil {
			t.Fatal(err)
		}
		data := fmt.Appendf(nil, "%s%d0\n\x00", snapshotMagic, snapshotVersion+1)
		data = binary.BigEndian.AppendUint64(data, uint64(len(data)))
		sum := sha256.Sum256(data)
		if err := os.WriteFile(one(t, dir, snapshotPrefix), append(data, sum[:]...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
