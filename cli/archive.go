package cli

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/store"
	"bekwaam/text"
)

// Where things lie in an archive.
const (
	archivePlans   = "plans/"
	archivePages   = "pdf/"
	archiveFiles   = "files/"
	archiveRestore = "restore/everything.bekwaam"
	archiveSums    = "SHA256SUMS"
)

func (r *run) archiveCommand() *cobra.Command {
	var output string
	var bare bool
	cmd := r.withJSON(r.command("archive -o FILE [--without-key] [--json]", "archive", 0, 0, func([]string) error {
		if output == "" || output == "-" {
			return r.misuse("cli.err.no-backup")
		}
		return r.withStore(func(s *session) error { return s.archive(output, !bare) })
	}))
	cmd.Flags().StringVarP(&output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().BoolVar(&bare, "without-key", false, r.t.T("cli.flag.without-key"))
	return cmd
}

// archive writes everything to one zip file and says so.
func (s *session) archive(path string, withKey bool) error {
	x, lost, err := s.makeArchive(path, withKey)
	for _, name := range lost {
		s.remark("cli.archive.lost", "File", name)
	}
	if err != nil {
		return err
	}
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.N("cli.archive.made", x.Plans, "File", clean(path)))
	switch keys, err := s.st.Keys(); {
	case err != nil || len(keys) == 0:
	case withKey || s.st.IsLocked():
		s.remark("cli.archive.key")
	default:
		s.remark("cli.backup.no-keys")
	}
	if s.st.IsLocked() {
		s.remark("cli.archive.open")
	}
	return nil
}

// makeArchive writes everything to one zip file that opens without the program,
// and reads it back before it returns. Lost are the files of the dossier that
// are gone or damaged, by name.
func (s *session) makeArchive(path string, withKey bool) (made backedUp, lost []string, err error) {
	sum := &summing{sum: sha256.New()}
	plans := 0
	err = s.writeStream(path, func(w io.Writer) error {
		sum.w = w
		a := &archive{session: s, zip: zip.NewWriter(sum)}
		err := a.all(withKey)
		plans, lost = a.plans, a.lost
		return errors.Join(err, a.zip.Close())
	}, nil)
	if err == nil {
		err = s.checkArchive(path)
	}
	if err != nil {
		return backedUp{}, lost, err
	}
	files, err := s.st.Files()
	return backedUp{File: path, Bytes: sum.n, SHA256: hex.EncodeToString(sum.sum.Sum(nil)), Plans: plans, Files: len(files)}, lost, err
}

// archive is a zip file that is being written.
type archive struct {
	*session
	zip   *zip.Writer
	sums  strings.Builder
	plans int
	lost  []string // files of the dossier that are gone or damaged
	taken map[string]bool
}

// all writes the parts, and last what each must be.
func (a *archive) all(withKey bool) error {
	a.taken = map[string]bool{}
	readme := a.t.T("archive.readme")
	if err := a.text(readme, a.about()); err != nil {
		return err
	}
	names := map[string]string{}
	for after := ""; ; {
		page, next, err := a.st.Page(store.ByChange, after, 500)
		if err != nil {
			return err
		}
		for _, sum := range page {
			if err := a.plan(sum.ID, names); err != nil {
				return err
			}
		}
		if next == "" {
			break
		}
		after = next
	}
	if err := a.files(names); err != nil {
		return err
	}
	err := a.add(archiveRestore, zip.Store, func(w io.Writer) error { return a.st.BackupParts(w, false, withKey) })
	if err != nil {
		return err
	}
	return a.text(archiveSums, a.sums.String())
}

// about is the page that says what is what, in plain words.
func (a *archive) about() string {
	lines := []string{a.t.T("archive.title"), "", a.t.T("archive.plans"), a.t.T("archive.pages"), a.t.T("archive.files"), a.t.T("archive.back"), a.t.T("archive.sums"), "", a.t.T("archive.private"), ""}
	return strings.Join(lines, "\r\n")
}

// plan writes a plan as data, and as pages where it is one's own, and notes
// what its files are called.
func (a *archive) plan(id string, names map[string]string) error {
	p, err := a.st.Load(id)
	if err != nil {
		return err
	}
	a.plans++
	for _, e := range p.Evidence {
		if e.File != nil && names[e.File.Hash] == "" {
			names[e.File.Hash] = e.File.Name
		}
	}
	name := strings.Trim(p.Profile.SchoolYear+" "+p.Profile.Name, " ")
	if err := a.text(a.free(archivePlans, name, ".json"), string(plan.WriteJSON(p))); err != nil {
		return err
	}
	if p.EditionInfo != nil {
		return nil
	}
	data, _, err := report.Render(plan.For(p, a.packFor(p), plan.Self, ""), report.Options{Now: a.Now(), Words: keyWords})
	if err != nil {
		return err
	}
	return a.text(a.free(archivePages, name, ".pdf"), string(data))
}

// files writes the files of the dossier under the names that they had. One
// that is gone is noted.
func (a *archive) files(names map[string]string) error {
	files, err := a.st.Files()
	if err != nil {
		return err
	}
	for _, f := range files {
		name, ext := names[f.Hash], ""
		if dot := strings.LastIndexByte(name, '.'); dot > 0 && len(name)-dot <= 6 {
			name, ext = name[:dot], "."+text.FileName(name[dot+1:])
		}
		err := a.st.VerifyFile(f.Hash)
		if err == nil {
			err = a.add(a.free(archiveFiles, first(name, f.Hash[:12]), ext), zip.Store, func(w io.Writer) error {
				r, err := a.st.OpenFile(f.Hash)
				if err != nil {
					return err
				}
				_, err = io.Copy(w, r)
				return errors.Join(err, r.Close())
			})
		}
		if errors.Is(err, store.ErrNoFile) || errors.Is(err, store.ErrDamaged) {
			a.lost = append(a.lost, first(names[f.Hash], f.Hash))
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// free is a name that every system takes and nothing in the archive has yet.
func (a *archive) free(dir, name, ext string) string {
	name = text.FileName(name)
	for n := 1; ; n++ {
		full := dir + name + ext
		if n > 1 {
			full = fmt.Sprintf("%s%s-%d%s", dir, name, n, ext)
		}
		if low := strings.ToLower(full); !a.taken[low] {
			a.taken[low] = true
			return full
		}
	}
}

func (a *archive) text(name, content string) error {
	return a.add(name, zip.Deflate, func(w io.Writer) error { _, err := io.WriteString(w, content); return err })
}

// add writes one file and notes its hash.
func (a *archive) add(name string, method uint16, write func(io.Writer) error) error {
	h := &zip.FileHeader{Name: name, Method: method, Modified: a.Now().Truncate(2 * time.Second)}
	h.SetMode(0o600)
	w, err := a.zip.CreateHeader(h)
	if err != nil {
		return err
	}
	sum := sha256.New()
	if err := write(io.MultiWriter(w, sum)); err != nil {
		return err
	}
	fmt.Fprintf(&a.sums, "%x  %s\n", sum.Sum(nil), name)
	return nil
}
