package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/store"
)

// exportFile makes the competence file for the assessors: one PDF with the
// evidence in it up to the limit, and a folder with a list of hashes for the
// rest.
func (s *session) exportFile(p plan.Plan, flags exportFlags) error {
	key, err := s.ownKeyFor(flags.secret)
	if err != nil {
		return err
	}
	me, err := s.me(p.Profile.Name)
	if err != nil {
		return err
	}
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	c, e, err := plan.MakeFile(p, s.packFor(p), by, me)
	if err != nil {
		return err
	}
	inside, beside, err := s.pieces(c.Plan.CompetenceFile())
	if err != nil {
		return err
	}
	if len(beside) > 0 && (flags.wrap.contact != "" || flags.wrap.secret != "") {
		return s.refuse("cli.err.file-beside", "Count", len(beside))
	}
	data, sealed, err := s.packetPages(e, plan.RoleTeacher, key, inside)
	if err != nil {
		return err
	}
	private := s.tellPrivate(e.Plan)
	if data, err = s.wrap(data, flags.wrap); err != nil {
		return err
	}
	revision := p.Revision
	err = s.writeFile(flags.output, data, func() error {
		if err := s.writeBeside(flags.output, beside); err != nil {
			return err
		}
		if c.Same(p) {
			return nil
		}
		revision++
		_, err := s.st.Append(store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}})
		return err
	})
	if err != nil {
		return err
	}
	if len(beside) > 0 {
		s.remark("cli.file.beside", "Count", len(beside), "Folder", folderBeside(flags.output))
	}
	return s.printExported(flags.output, flags.format, flags.audience, data, p.ID, revision, sealed, private)
}

// pieces are the files of a competence file: those that fit inside, and those
// that lie beside it. What is gone or changed is named on its line, and what is
// a film stays at home.
func (s *session) pieces(f *plan.CompetenceFile) (inside, beside []report.Attached, err error) {
	room := report.MostAttached
	named := map[string]bool{}
	for _, x := range f.Pieces {
		if x.File == nil || x.Home {
			continue
		}
		if s.isLost(x.File.Hash) {
			s.sayLostPiece(f, x)
			continue
		}
		r, err := s.st.OpenFile(x.File.Hash)
		if err != nil {
			return nil, nil, err
		}
		data, err := io.ReadAll(io.LimitReader(r, maxEvidence+1))
		if err := errors.Join(err, r.Close()); err != nil {
			return nil, nil, err
		}
		a := report.Attached{Name: report.AttachedName(x), Type: x.File.Type, Hash: x.File.Hash, Data: data}
		if named[a.Name] {
			continue
		}
		named[a.Name] = true
		if len(data) > room || len(data) > report.MostOfOne {
			beside = append(beside, a)
			continue
		}
		room -= len(data)
		inside = append(inside, a)
	}
	return inside, beside, nil
}

// sayLostPiece names a file that is gone or changed, on the lines it is about.
func (s *session) sayLostPiece(f *plan.CompetenceFile, x plan.FilePiece) {
	var lines []string
	for _, id := range x.Lines {
		if l, ok := f.Line(id); ok {
			lines = append(lines, l.Name)
		}
	}
	s.remark("cli.file.lost-on", "File", x.File.Name, "Piece", x.ID, "Lines", or(strings.Join(lines, "; ")))
}

// folderBeside is the folder for what does not fit into a file.
func folderBeside(output string) string {
	name := strings.TrimSuffix(output, ".age")
	return strings.TrimSuffix(name, filepath.Ext(name)) + "-stukken"
}

// writeBeside writes the folder beside a competence file, with a list of
// hashes.
func (s *session) writeBeside(output string, list []report.Attached) error {
	if len(list) == 0 {
		return nil
	}
	dir := folderBeside(output)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return s.refuse("cli.err.file-write", "File", dir, "Detail", osReason(s.run, err))
	}
	var sums strings.Builder
	for _, a := range list {
		if err := s.writeFile(filepath.Join(dir, a.Name), a.Data, nil); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%s  %s\n", a.Hash, a.Name)
	}
	return s.writeFile(filepath.Join(dir, archiveSums), []byte(sums.String()), nil)
}

// bringPieces takes the files of a competence file into the care of the store:
// out of the PDF, or from the folder beside it. What is missing or changed is
// named on its line.
func (s *session) bringPieces(t taken, f *plan.CompetenceFile) error {
	inside, err := report.Files(t.judged.bytes)
	if err != nil {
		return s.pdfFault(t.File, err)
	}
	for _, x := range f.Pieces {
		if x.File == nil || x.Home {
			continue
		}
		name := report.AttachedName(x)
		data, ok := inside[name]
		if !ok {
			data, _ = readRegular(filepath.Join(folderBeside(t.path), name), maxEvidence)
		}
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != x.File.Hash {
			s.sayLostPiece(f, x)
			continue
		}
		if _, err := s.st.PutFile(strings.NewReader(string(data))); err != nil {
			return err
		}
	}
	return nil
}
