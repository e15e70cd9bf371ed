package tui

import "time"

// Received is a PDF in one of the folders where people keep what they were
// sent.
type Received struct {
	Path   string
	Name   string
	Folder string // as people see it: Downloads
	At     time.Time
}

// Judged is what there is to say about a PDF of ours: who signed it, what
// holds, and what is still empty. The words of roles and statements are those
// that the file carries.
type Judged struct {
	Path, Name string
	Teacher    string
	Version    int
	Pages      int

	// Sentence is the judgement in one sentence, as the command verify says it.
	Sentence string
	Strange  []string // names on keys of which nobody knows whose they are
	Match    string   // pages against data: yes, no, other-version
	Signed   []JudgedSignature
	Empty    []SignRole // fields that nobody filled
	CanSign  []SignRole // those among them that can be filled now
	HasPlan  bool
	Audience string
	// Packet is the kind of a file that goes between a teacher and a coach, ""
	// for any other.
	Packet string
}

// JudgedSignature is a signature in a file. One on paper is what somebody
// recorded, and was not checked.
type JudgedSignature struct {
	Role, Name, Says string
	At               time.Time
	Holds, Paper     bool
	Remarks          []string // what somebody should know besides
	Known            string   // how well the key is known: known, unchecked, renewed, replaced, new, other-key
	Fingerprint      string
	Words            []string
}

// SignRole is a role that signs, with its word and what a signature says.
type SignRole struct{ ID, Word, Says string }

// Unreadable is why there is nothing to say about a file: the end of an id
// file.bad.*.
type Unreadable string

// Why a file cannot be judged.
const (
	FileBroken    Unreadable = "broken"    // it did not arrive whole
	FileOther     Unreadable = "other"     // a PDF without a plan
	FileNewer     Unreadable = "newer"     // made with a newer program
	FileEncrypted Unreadable = "encrypted" // it asks for a password
	FileMissing   Unreadable = "missing"   // it is not there, or no file
	FileLarge     Unreadable = "large"
	FileLocked    Unreadable = "locked"    // it was made secret: Reveal wants its passphrase first
	FileForOther  Unreadable = "for-other" // it was made secret for another key
)

// Error returns the reason, for logs.
func (u Unreadable) Error() string { return "unreadable file: " + string(u) }
