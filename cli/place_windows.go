package cli

import "golang.org/x/sys/windows"

// knownDocuments asks Windows, because the folder is often moved into a
// folder that is synchronised.
func knownDocuments() string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return dir
}
