package cli

import (
	"bytes"
	"compress/flate"
	"slices"

	"bekwaam/continuum"
	"bekwaam/plan"
)

// A plan is read with the version of the framework that it pins. A later
// program has another one, so each version is kept in the store with the first
// plan that pins it, under this name and its digest.
const frameworkName = "framework/"

// keepFrameworks keeps the versions that plans pin, as far as this program has
// them. It is done before the plans are saved.
func (s *session) keepFrameworks(plans ...plan.Plan) error {
	for _, p := range plans {
		f, ok := s.pack.Framework(p.Pin.ID)
		if !ok || f.Digest != p.Pin.Digest || slices.Contains(s.known, f.Digest) {
			continue
		}
		if _, there, err := s.st.Setting(frameworkName + f.Digest); err != nil {
			return err
		} else if !there {
			if err := s.st.PutSetting(frameworkName+f.Digest, deflated(f.Encode())); err != nil {
				return err
			}
		}
		s.known = append(s.known, f.Digest)
	}
	return nil
}

// earlier returns a version of a framework that was kept here.
func (s *session) earlier(digest string) (*continuum.Framework, bool) {
	return s.keptFramework(frameworkName+digest, digest)
}

func deflated(data []byte) string {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic("cli: " + err.Error()) // the level is a constant
	}
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return out.String()
}

// packFor is the content for a plan: with the version of its framework that it
// pins, where this computer has it.
func (s *session) packFor(p plan.Plan) *continuum.Pack {
	if f, ok := s.pack.Framework(p.Pin.ID); p.Pin.Digest == "" || p.Pin.ID != p.Profile.Framework || ok && f.Digest == p.Pin.Digest {
		return s.pack
	}
	if f, ok := s.earlier(p.Pin.Digest); ok && f.ID == p.Pin.ID {
		return s.pack.Holding(f)
	}
	return s.pack
}
