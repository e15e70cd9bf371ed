package seal

import (
	"crypto/x509"
	"time"
)

// Status is the verdict on a file or on one signature.
type Status string

// From good to bad. A file has the worst status of its signatures.
const (
	Trusted   Status = "trusted"   // intact, nothing but signatures after it, the key is known
	Untrusted Status = "untrusted" // intact, but nobody says whose key it is
	Foreign   Status = "foreign"   // signed or saved with other software: look in a PDF reader
	Changed   Status = "changed"   // intact for its revision, but the file was changed after it
	Invalid   Status = "invalid"   // broken
	Unsigned  Status = "unsigned"  // a file without signatures
)

var rank = map[Status]int{Unsigned: 0, Trusted: 0, Untrusted: 1, Foreign: 2, Changed: 3, Invalid: 4}

func worse(a, b Status) Status {
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// Code says what is wrong, for texts in any language.
type Code string

// About a signature itself.
const (
	CodeNotObject   Code = "signature-not-object"  // its value is no object of its own, or was replaced
	CodeType        Code = "signature-type"        // a kind of signature that is not accepted
	CodeRange       Code = "byte-range"            // it does not cover exactly its revision
	CodeContents    Code = "contents"              // its value is not plain hexadecimal
	CodeMalformed   Code = "signature-malformed"   // its value is no signature
	CodeAlgorithm   Code = "signature-algorithm"   // key or algorithm too weak or unknown
	CodeBytes       Code = "bytes-changed"         // the signed bytes are not these bytes
	CodeMismatch    Code = "signature-mismatch"    // it was not made with the certificate's key
	CodeOutside     Code = "outside-form"          // a signature that belongs to no field
	CodeUnknownKey  Code = "unknown-key"           // nobody says whose key it is
	CodeChain       Code = "unknown-authority"     // the authority that issued it is not known
	CodeOtherKey    Code = "known-name-other-key"  // a known person's name with another key
	CodeOtherName   Code = "known-key-other-name"  // a known key under another name
	CodeNotThen     Code = "certificate-not-valid" // not valid at the claimed time
	CodeNotSigning  Code = "certificate-use"       // the certificate is not for signing
	CodeNotBound    Code = "certificate-not-bound" // only the key is signed, not the name
	CodeTimeUnknown Code = "time-unknown"          // no time is claimed
	CodeUnchecked   Code = "unchecked-key"         // seen before, but nobody compared the words
	CodeRenewed     Code = "renewed-key"           // a known key vouches for it
	CodeReplaced    Code = "replaced-key"          // another key took its place since
	CodeStamp       Code = "time-stamp"            // its time-stamp is broken or about something else
	CodeRewritten   Code = "rewritten"             // other software wrote the whole file anew, so nothing can be checked
	CodeOtherKind   Code = "other-kind"            // a kind of signature that is not judged here
)

// About what a revision changed beyond one signature.
const (
	CodePage           Code = "page-changed"       // a page or what it draws; Page says which
	CodeAttached       Code = "attachment-changed" // an attached file
	CodeObject         Code = "object-changed"     // any other object
	CodeFreed          Code = "objects-removed"
	CodeTrailer        Code = "trailer-changed"
	CodeEarly          Code = "reference-prepared" // an object that was referred to before it existed
	CodeSignsNothing   Code = "signs-nothing"      // an update without a signature
	CodeValue          Code = "value-not-new"      // the field got a value that existed before
	CodeLook           Code = "unexpected-look"    // an appearance of an unknown kind
	CodeNotAllowed     Code = "changes-forbidden"  // the first signature allows no changes at all
	CodeForm           Code = "form-changed"       // the form's general entries
	CodeInfo           Code = "information-changed"
	CodeMetadata       Code = "metadata-changed"
	CodeOtherSoftware  Code = "other-software"   // bytes arranged as this program never does
	CodeUnsignedUpdate Code = "unsigned-updates" // changed before anybody signed
	CodeNewField       Code = "field-added"      // a signature field that was not there
	CodeComment        Code = "comment-added"    // a comment on a page; Page says which
	CodeValidation     Code = "validation-added" // what later checks of the signatures need
)

// soft are the traces that other signing software leaves while it signs.
var soft = map[Code]bool{CodeForm: true, CodeInfo: true, CodeMetadata: true, CodeOtherSoftware: true, CodeNewField: true, CodeValidation: true}

// maxProblems is how many are listed of one kind of judgement.
const maxProblems = 50

// Problem is one thing that is wrong.
type Problem struct {
	Code     Code
	Revision int // 1-based; 0 when it is not about one
	Object   int // number of the object; 0 when it is not about one
	Page     int // 1-based; 0 when it is not about one
}

// Signature is the judgement on one filled field.
type Signature struct {
	Field       string // the field's name, which is the role
	Name        string // on the certificate
	Signer      string // as the signature calls the signer
	Reason      string // what the signer declares
	Fingerprint string // of the key; empty when the signature cannot be read
	Time        time.Time
	Revision    int // 1-based: the revision that this signature closes
	Status      Status
	// Alone is the judgement over the signature's own revision, without what
	// came after it.
	Alone       Status
	Problems    []Problem
	TrustedBy   string       // the contact's name or the authority's; empty: nobody
	How         Acquaintance // how well the key is known; empty when it cannot be read
	Contact     Contact      // see Contacts.Meet
	DocMDP      DocMDP
	PAdES       bool       // keeps the profile B-B
	Timestamp   *Timestamp // nil: none
	Certificate *x509.Certificate
}

// Timestamp is somebody's word that a signature existed at a time.
type Timestamp struct {
	Time    time.Time
	By      string // the name on the authority's certificate
	Trusted bool   // the authority is known
}

// Report is the judgement on a file.
type Report struct {
	Status     Status
	Revisions  int         // that were judged
	Beyond     bool        // other software wrote more behind them, in a form that is not read here
	Signatures []Signature // in the order of the fields
	Empty      []string    // names of fields that nobody has signed yet
	Problems   []Problem   // about the file, not about one signature
}

// Trust is who is known. Now stands for signatures that claim no time or one
// in the future.
type Trust struct {
	Contacts Contacts       // own and pinned keys
	Roots    *x509.CertPool // authorities, nil for none
	Now      time.Time
}
