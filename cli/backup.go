package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"bekwaam/plan"
	"bekwaam/store"
)

func (r *run) backupCommand() *cobra.Command {
	var output string
	var bare bool
	cmd := r.withJSON(r.command("backup -o FILE [--without-files] [--json]", "backup", 0, 0, func([]string) error {
		if output == "" || output == "-" {
			return r.misuse("cli.err.no-backup")
		}
		return r.withStore(func(s *session) error { return s.backup(output, !bare) })
	}))
	cmd.Flags().StringVarP(&output, "output", "o", "", r.t.T("cli.flag.output"))
	cmd.Flags().BoolVar(&bare, "without-files", false, r.t.T("cli.flag.without-files"))
	return cmd
}

// backedUp is a backup that was made.
type backedUp struct {
	File   string `json:"file"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
	Plans  int    `json:"plans"`
	Files  int    `json:"files"`
}

// backup writes everything to one file.
func (s *session) backup(path string, withFiles bool) error {
	x := backedUp{File: path}
	var err error
	if x.Plans, err = s.st.Count(); err != nil {
		return err
	}
	files, err := s.st.Files()
	if err != nil {
		return err
	}
	if withFiles {
		x.Files = len(files)
	}
	sum := &summing{sum: sha256.New()}
	err = s.writeStream(path, func(w io.Writer) error {
		sum.w = w
		return s.st.Backup(sum, withFiles)
	}, nil)
	if err != nil {
		return err
	}
	x.Bytes, x.SHA256 = sum.n, hex.EncodeToString(sum.sum.Sum(nil))
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.N("cli.backup.made", x.Plans, "File", clean(path)))
	if s.st.IsLocked() {
		s.remark("cli.backup.locked")
	} else if keys, err := s.st.Keys(); err == nil && len(keys) > 0 {
		s.remark("cli.backup.no-keys")
	}
	return nil
}

// summing hashes and counts what is written.
type summing struct {
	w   io.Writer
	sum interface {
		io.Writer
		Sum([]byte) []byte
	}
	n int64
}

func (x *summing) Write(b []byte) (int, error) {
	n, err := x.w.Write(b)
	x.sum.Write(b[:n])
	x.n += int64(n)
	return n, err
}

func (r *run) restoreCommand() *cobra.Command {
	var list bool
	var day, secret string
	cmd := r.withJSON(r.command("restore FILE|--day DATE|--list [--passphrase-file F] [--json]", "restore", 0, 1, func(args []string) error {
		n := len(args)
		if list {
			n++
		}
		if day != "" {
			n++
		}
		if n != 1 {
			return r.misuse("cli.err.restore-what")
		}
		if list {
			return r.withStore((*session).days)
		}
		return r.restore(args, day, secret)
	}))
	cmd.Flags().BoolVar(&list, "list", false, r.t.T("cli.flag.list-days"))
	cmd.Flags().StringVar(&day, "day", "", r.t.T("cli.flag.day"))
	cmd.Flags().StringVar(&secret, "passphrase-file", "", r.t.T("cli.flag.passphrase.backup"))
	cmd.ValidArgsFunction = nil
	return cmd
}

// days prints the days of which everything can be put back, the newest first.
func (s *session) days() error {
	days, err := s.st.Days()
	if err != nil {
		return err
	}
	out := []string{}
	for _, d := range days {
		out = append(out, d.Date)
	}
	if s.json {
		return s.printJSON(map[string][]string{"days": out})
	}
	if len(out) == 0 {
		s.print("%s", s.t.T("cli.restore.no-days"))
	}
	for _, d := range out {
		s.print("%s", d)
	}
	return nil
}

// restored is what was put back.
type restored struct {
	From  string `json:"from"`
	Plans int    `json:"plans"`
	Copy  string `json:"copy"` // of what was there before, or ""
}

// restore puts a backup or a day in the place of everything. A store of which
// nothing can be read any more gives way.
func (r *run) restore(args []string, day, secret string) error {
	var f *os.File
	if day == "" {
		var err error
		if f, err = r.openBackup(args[0]); err != nil {
			return err
		}
		defer f.Close()
	}
	s, err := r.open(store.Options{Anew: true})
	if err != nil {
		return err
	}
	defer func() { _ = s.st.Close() }() // what was restored is safe
	s.sayRepairs()
	if f == nil {
		return s.restoreDay(day)
	}
	x := restored{From: args[0]}
	x.Copy, err = s.restoreFile(f, secret)
	switch {
	case errors.Is(err, store.ErrNotBackup):
		return r.refuse("cli.err.not-backup", "File", x.From)
	case errors.Is(err, store.ErrNewer):
		return r.refuse("cli.err.backup-newer", "File", x.From)
	case err != nil:
		return err
	}
	if err := s.takeBeside(filepath.Dir(args[0])); err != nil {
		return err
	}
	if x.Plans, err = s.st.Count(); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(x)
	}
	s.print("%s", s.t.N("cli.restore.done", x.Plans, "From", clean(x.From)))
	if x.Copy != "" {
		s.print("%s", s.t.T("cli.restore.copy", "File", s.shown(x.Copy, s.t)))
	}
	return nil
}

// restoreFile puts a backup or an archive back.
func (s *session) restoreFile(f *os.File, secret string) (string, error) {
	if !isArchive(f) {
		return s.restoreFrom(f, f.Name(), secret)
	}
	back, byHash, err := readArchive(f)
	if err != nil {
		return "", fmt.Errorf("%w: %w", store.ErrNotBackup, err)
	}
	copied, err := s.restoreFrom(back, f.Name(), secret)
	if err != nil {
		return copied, err
	}
	return copied, s.bringArchived(byHash)
}

// restoreFrom puts a backup back. The passphrase that it may have comes from a
// file, is that of the store, or is asked for.
func (s *session) restoreFrom(f io.ReadSeeker, name, secret string) (string, error) {
	given := ""
	if secret != "" {
		var err error
		if given, err = s.passphrase(secret, ""); err != nil {
			return "", err
		}
	}
	before, err := s.st.Restore(f, given)
	if !errors.Is(err, store.ErrLocked) {
		return before, err
	}
	if s.Secret == nil {
		return "", s.refuse("cli.err.backup-locked", "File", name)
	}
	if given, err = s.passphrase("", "cli.ask.backup"); err == nil {
		if _, err = f.Seek(0, io.SeekStart); err == nil {
			before, err = s.st.Restore(f, given)
		}
	}
	return before, err
}

// restoreDay makes the plans as they were on a day, each by an act of its
// own: what was written since stays in the history. A signed version that is
// open stays as it is.
func (s *session) restoreDay(day string) error {
	days, err := s.st.Days()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(days, func(d store.Day) bool { return d.Date == day })
	if i < 0 {
		return s.refuse("cli.err.no-day", "Day", day)
	}
	plans, err := s.st.PlansOf(days[i])
	if errors.Is(err, store.ErrNotBackup) {
		return s.refuse("cli.err.bad-day", "Day", day)
	}
	if err != nil {
		return err
	}
	var entries []store.Entry
	for _, p := range plans {
		now, err := s.st.Load(p.ID)
		switch {
		case errors.Is(err, store.ErrNoPlan): // it comes back as it was
		case err != nil:
			return err
		case now.Frozen():
			s.remark("cli.restore.frozen", "Plan", p.ID)
			continue
		default:
			p = plan.Restore(now, p)
			if len(plan.Diff(now, p)) == 0 {
				continue
			}
		}
		act := plan.Act{Name: "restore", Args: []string{"", day}, Fixed: true}
		entries = append(entries, store.Entry{Plan: p, Rev: plan.Revision{At: plan.At(s.Now()), By: p.Profile.Name, Act: act}})
	}
	if _, err := s.st.AppendAll(entries); err != nil {
		return err
	}
	if s.json {
		return s.printJSON(restored{From: day, Plans: len(entries)})
	}
	s.print("%s", s.t.N("cli.restore.day", len(entries), "Day", day))
	return nil
}

// takeBeside takes over the files of the dossier that lie beside a backup
// which the program made by itself.
func (s *session) takeBeside(dir string) error {
	lost, err := s.st.BringFiles(filepath.Join(dir, store.AutoFiles))
	if err != nil {
		return err
	}
	if lost > 0 {
		s.remark("cli.restore.files-missing", "Count", lost)
	}
	return nil
}

// openBackup opens an ordinary file that a person named.
func (r *run) openBackup(path string) (*os.File, error) {
	f, err := openRegular(path)
	switch {
	case errors.Is(err, errNotRegular):
		return nil, r.refuse("cli.err.file-kind", "File", path)
	case err != nil:
		return nil, r.refuse("cli.err.file-read", "File", path, "Detail", osReason(r, err))
	}
	return f, nil
}
