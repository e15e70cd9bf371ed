package cli

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"os"
	"slices"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// A framework that a board made is kept in the store: under ownName what there
// is, and under ownName, "/" and its digest each framework, resolved as it was
// on the day it came in. A later program, with another pack, changes nothing
// of it. Plans that pin it keep a copy of their own, as of any framework.
const ownName = "own-frameworks"

// ownFramework is one entry of that list.
type ownFramework struct {
	ID     string       `json:"id"`
	Digest string       `json:"digest"`
	File   string       `json:"file"` // the name of the file it came in
	At     plan.Instant `json:"at"`
}

// ownFrameworks lists the frameworks that were read in, in the order in which
// they came.
func (s *session) ownFrameworks() ([]ownFramework, error) {
	value, ok, err := s.st.Setting(ownName)
	if err != nil || !ok {
		return nil, err
	}
	var list []ownFramework
	if json.Unmarshal([]byte(value), &list) != nil {
		return nil, nil // a later program wrote it
	}
	return list, nil
}

// withOwn returns a pack that also holds the frameworks that were read in. One
// whose id the program has by now, or that cannot be read, is left out: a plan
// that pins it has a copy.
func (s *session) withOwn(pack *continuum.Pack) (*continuum.Pack, error) {
	list, err := s.ownFrameworks()
	if err != nil || len(list) == 0 {
		return pack, err
	}
	var found []*continuum.Framework
	for _, own := range list {
		if _, taken := pack.Framework(own.ID); taken {
			continue
		}
		if f, ok := s.keptFramework(ownName+"/"+own.Digest, own.Digest); ok && f.ID == own.ID {
			found = append(found, f)
		}
	}
	return pack.Holding(found...), nil
}

// origins are where the frameworks that were read in came from, for the screens.
func (s *session) origins() (map[string]tui.Origin, error) {
	list, err := s.ownFrameworks()
	if err != nil || len(list) == 0 {
		return nil, err
	}
	out := map[string]tui.Origin{}
	for _, o := range list {
		out[o.Digest] = tui.Origin{File: clean(o.File), At: o.At.Time().In(s.Now().Location())}
	}
	return out, nil
}

// keptFramework reads a framework that was kept under a name, if it is still the one of
// that digest.
func (s *session) keptFramework(name, digest string) (*continuum.Framework, bool) {
	value, ok, err := s.st.Setting(name)
	if err != nil || !ok {
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader([]byte(value))), largestFramework))
	if err != nil {
		return nil, false
	}
	f, err := continuum.DecodeFramework(data)
	if err != nil || f.Digest != digest {
		return nil, false // a later program wrote it
	}
	return f, true
}

// largestFramework is more than any framework takes with what it inherits.
const largestFramework = 2 * templates.MaxFile

// putOwn keeps a framework in the place of the one of the same id.
func (s *session) putOwn(f *continuum.Framework, file string) error {
	list, err := s.ownFrameworks()
	if err != nil {
		return err
	}
	entry := ownFramework{f.ID, f.Digest, file, plan.At(s.Now())}
	gone := ""
	if i := slices.IndexFunc(list, func(o ownFramework) bool { return o.ID == f.ID }); i >= 0 {
		gone, list[i] = list[i].Digest, entry
	} else {
		list = append(list, entry)
	}
	return s.st.Update(func(tx *store.Tx) error {
		if gone != "" {
			if err := tx.DropSetting(ownName + "/" + gone); err != nil {
				return err
			}
		}
		if err := tx.PutSetting(ownName+"/"+f.Digest, deflated(f.Encode())); err != nil {
			return err
		}
		return putOwnList(tx, list)
	})
}

// dropOwn takes a framework away. Plans that pinned it have their copy.
func (s *session) dropOwn(id string) error {
	list, err := s.ownFrameworks()
	if err != nil {
		return err
	}
	return s.st.Update(func(tx *store.Tx) error {
		for _, o := range list {
			if o.ID == id {
				if err := tx.DropSetting(ownName + "/" + o.Digest); err != nil {
					return err
				}
			}
		}
		return putOwnList(tx, slices.DeleteFunc(list, func(o ownFramework) bool { return o.ID == id }))
	})
}

func putOwnList(tx *store.Tx, list []ownFramework) error {
	if len(list) == 0 {
		return tx.DropSetting(ownName)
	}
	value, err := json.Marshal(list)
	if err != nil {
		return err
	}
	return tx.PutSetting(ownName, string(value))
}

// storeThere reports whether anything was ever saved in the folder of the
// store, so that looking makes none.
func (r *run) storeThere() bool {
	dir, err := r.dataDir()
	if err != nil {
		return false
	}
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Type().IsRegular() })
}

// reading does something with the pack of the program and what was read in
// here. Where there is no store, none is made.
func (r *run) reading(do func(*continuum.Pack, []ownFramework) error) error {
	pack, err := templates.Pack()
	if err != nil {
		return err
	}
	if !r.storeThere() {
		return do(pack, nil)
	}
	return r.withStore(func(s *session) error {
		own, err := s.ownFrameworks()
		if err != nil {
			return err
		}
		return do(s.pack, own)
	})
}
