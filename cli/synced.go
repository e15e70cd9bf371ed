package cli

import (
	"os"
	"path/filepath"
	"strings"
)

// syncers are the programs that copy a folder to other computers, by what the
// folder is called or holds.
var syncers = []struct {
	name    string
	folders []string // how the name of a folder on the path begins
	files   []string // what lies in the folder
}{
	{"OneDrive", []string{"onedrive"}, nil},
	{"Dropbox", []string{"dropbox"}, []string{".dropbox", ".dropbox.cache"}},
	{"iCloud", []string{"icloud", "mobile documents", "com~apple~clouddocs"}, nil},
	{"Google Drive", []string{"google drive", "googledrive", "my drive", "mijn drive", ".shortcut-targets-by-id"}, nil},
	{"Nextcloud", []string{"nextcloud"}, []string{".sync-exclude.lst", ".nextcloudsync.log"}},
	{"ownCloud", []string{"owncloud"}, []string{".owncloudsync.log"}},
	{"Syncthing", nil, []string{".stfolder"}},
}

// synced returns the name of the program that copies a folder to other
// computers, as far as its name and content say so, or "".
func (r *run) synced(dir string) string {
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if root := r.Env(name); root != "" && within(dir, root) {
			return "OneDrive"
		}
	}
	for at := filepath.Clean(dir); ; at = filepath.Dir(at) {
		base := strings.ToLower(filepath.Base(at))
		for _, x := range syncers {
			for _, f := range x.folders {
				if strings.HasPrefix(base, f) {
					return x.name
				}
			}
			for _, f := range x.files {
				if _, err := os.Lstat(filepath.Join(at, f)); err == nil {
					return x.name
				}
			}
		}
		if at == filepath.Dir(at) {
			return ""
		}
	}
}

func within(dir, root string) bool {
	rest, err := filepath.Rel(filepath.Clean(root), filepath.Clean(dir))
	return err == nil && filepath.IsLocal(rest)
}
