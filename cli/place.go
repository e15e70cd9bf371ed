package cli

import (
	"os"
	"path/filepath"
	"strings"

	"bekwaam/templates"
)

// dataDir returns the folder of the store: --data, else BEKWAAM_DATA, else
// the folder that the system keeps for data of programs. It is never one that
// other programs synchronise.
func (r *run) dataDir() (string, error) {
	dir := r.ownData()
	if dir == "" {
		dir = r.systemData()
	}
	if dir == "" {
		return "", r.refuse("cli.err.no-home")
	}
	if strings.ContainsRune(dir, 0) {
		return "", r.misuse("cli.err.data", "Dir", dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", r.misuse("cli.err.data", "Dir", dir)
	}
	return abs, nil
}

// ownData is the folder that the person named, or "".
func (r *run) ownData() string {
	if r.flags.data != "" {
		return r.flags.data
	}
	return r.Env("BEKWAAM_DATA")
}

func (r *run) systemData() string {
	if r.OS == "windows" {
		if dir := r.Env("LocalAppData"); dir != "" {
			return filepath.Join(dir, "bekwaam")
		}
		return below(r.home(), "AppData", "Local", "bekwaam")
	}
	if dir := r.Env("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bekwaam")
	}
	if r.OS == "darwin" {
		return below(r.home(), "Library", "Application Support", "bekwaam")
	}
	return below(r.home(), ".local", "share", "bekwaam")
}

// home is the folder of the person, or "".
func (r *run) home() string {
	if r.OS == "windows" {
		return r.Env("USERPROFILE")
	}
	return r.Env("HOME")
}

// below joins names to a folder, where there is one.
func below(dir string, names ...string) string {
	if dir == "" {
		return ""
	}
	return filepath.Join(append([]string{dir}, names...)...)
}

func (r *run) dataDirShown() string {
	dir, err := r.dataDir()
	if err != nil {
		return ""
	}
	return dir
}

// shown is a path in the words of people: from the folder they know, with ›
// between the names.
func (r *run) shown(path string, t *templates.Texts) string {
	for _, known := range []struct{ dir, name string }{
		{r.documents(), t.T("cli.place.documents")},
		{r.home(), t.T("cli.place.home")},
	} {
		if known.dir == "" {
			continue
		}
		rest, err := filepath.Rel(known.dir, path)
		if rest == "." {
			return known.name
		}
		if err == nil && filepath.IsLocal(rest) {
			return clean(strings.Join(append([]string{known.name}, strings.Split(rest, string(filepath.Separator))...), " › "))
		}
	}
	return clean(path)
}

// documents is the folder in which the system keeps documents, or "".
func (r *run) documents() string {
	home := r.home()
	if r.OS == "windows" {
		if dir := knownDocuments(); dir != "" {
			return dir
		}
	}
	if home == "" {
		return ""
	}
	if r.OS != "windows" && r.OS != "darwin" {
		if dir := userDir(home, r.Env("XDG_CONFIG_HOME"), "DOCUMENTS"); dir != "" {
			return dir
		}
		if dir := filepath.Join(home, "Documenten"); isFolder(dir) {
			return dir
		}
	}
	return filepath.Join(home, "Documents")
}

// userDir is a folder that the desktop wrote down, DOCUMENTS say, or "".
func userDir(home, config, which string) string {
	if !filepath.IsAbs(config) {
		config = filepath.Join(home, ".config")
	}
	data, err := readRegular(filepath.Join(config, "user-dirs.dirs"), 64<<10)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		v, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_"+which+"_DIR=")
		if !ok {
			continue
		}
		v = strings.Trim(v, `"`)
		if rest, ok := strings.CutPrefix(v, "$HOME"); ok {
			v = home + rest
		}
		if filepath.IsAbs(v) && filepath.Clean(v) != filepath.Clean(home) {
			return filepath.Clean(v)
		}
	}
	return ""
}

func isFolder(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}

// madeFiles is the folder for what the app makes: bekwaam in the documents,
// or in the folder that the person named for the data.
func (r *run) madeFiles() string {
	if dir := r.ownData(); dir != "" {
		if abs, err := r.dataDir(); err == nil {
			return filepath.Join(abs, "bekwaam")
		}
	}
	return below(r.documents(), "bekwaam")
}
