package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"bekwaam/pdf"
	"bekwaam/seal/internal/cms"
)

var (
	// ErrNoField: the file has no signature field of that name.
	ErrNoField = errors.New("seal: no such signature field")
	// ErrFilled: the field carries a signature already.
	ErrFilled = errors.New("seal: field already signed")
	// ErrChanged: the file was changed after it was made or signed; signing
	// would cover that up.
	ErrChanged = errors.New("seal: file was changed after it was made or signed")
	// ErrCertify: only the first signature can say what may follow it.
	ErrCertify = errors.New("seal: only the first signature can certify")
	// ErrIdentity: no key, or a certificate not valid at the time.
	ErrIdentity = errors.New("seal: no valid identity to sign with")
	// ErrTimestamp: no usable time-stamp came back.
	ErrTimestamp = cms.ErrTimestamp
)

// DocMDP says what may follow the first signature (ISO 32000-1, 12.8.2.2).
type DocMDP int

// Approve is an ordinary signature. CertifySigning and CertifyComments certify:
// after them a file may only be filled in and signed, or also commented on.
const (
	Approve         DocMDP = 0
	noChanges       DocMDP = 1 // only others sign so
	CertifySigning  DocMDP = 2
	CertifyComments DocMDP = 3
)

// Options says how a signature is made.
type Options struct {
	Time   time.Time // claimed, to the second, with its offset
	Name   string    // of the signer; empty: the certificate's
	Reason string    // what the signer declares; may be empty
	DocMDP DocMDP
	// Appearance draws the look of the field, which must keep the rules of
	// pdf.Check. nil keeps the empty field's look.
	Appearance pdf.Drawing
	// Timestamp sends a request (RFC 3161, DER) to an authority for time-stamps
	// and returns its response. nil: no time-stamp, and nothing leaves the
	// computer.
	Timestamp func(request []byte) (response []byte, err error)
}

// Sign fills the named signature field of file and returns the file with one
// more revision; the bytes of file stay its beginning. Without a time-stamp the
// same arguments give the same bytes. Errors wrap the errors above, or those of
// pdf.Open.
//
// Sign looks at how the file is arranged and does not judge the signatures in
// it: whoever signs what came from somebody else calls Verify first.
func Sign(file []byte, field string, id Identity, opt Options) ([]byte, error) {
	if id.Key == nil || id.Certificate() == nil {
		return nil, ErrIdentity
	}
	if c := id.Certificate(); opt.Time.Before(c.NotBefore) || opt.Time.After(c.NotAfter) {
		return nil, fmt.Errorf("%w: the certificate is not valid at %s", ErrIdentity, opt.Time.Format(time.RFC3339))
	}
	f, err := pdf.Open(file)
	if err != nil {
		return nil, err
	}
	target, err := fillable(f, field)
	if err != nil {
		return nil, err
	}
	if opt.DocMDP != Approve && (len(f.Secs) > 1 || f.Dict(f.Last().Trailer.Get("Root")).Get("Perms") != nil) {
		return nil, ErrCertify
	}
	u, err := f.NewUpdate()
	if err != nil {
		return nil, err
	}
	return write(u, target, f.Dict(pdf.Ref{N: target.obj}).Clone(), id, opt)
}

// write puts the signature of field x, which becomes d, into u, appends u and
// signs the whole.
func write(u *pdf.Update, x sigField, d *pdf.Dict, id Identity, opt Options) ([]byte, error) {
	f := u.F
	if opt.Appearance != nil {
		d.Set("AP", pdf.D("N", opt.Appearance(u)))
	}
	room := cms.Room(id.Chain, opt.Timestamp != nil)
	sig := u.Add(dictionary(id, opt, room))
	u.Set(x.obj, d.Set("V", sig))
	if opt.DocMDP != Approve {
		root, _ := f.Last().Trailer.Get("Root").(pdf.Ref)
		u.Set(root.N, f.Dict(root).Clone().Set("Perms", pdf.D("DocMDP", sig)))
	}
	out, offsets := u.Append(nextID(f, x, opt))
	return fill(out, offsets[sig.N], room, id, opt)
}

// nextID is the second half of the trailer's /ID for a new revision: other
// than those before, and the same for the same signature.
func nextID(f *pdf.File, x sigField, opt Options) []byte {
	sum := sha256.New()
	sum.Write(pdf.Bytes(f.Last().Trailer.Get("ID")))
	fmt.Fprint(sum, x.name, " ", len(f.B), " ", opt.Time.Unix())
	return sum.Sum(nil)[:16]
}

// fillable finds the empty field to sign, in a file that is in order.
func fillable(f *pdf.File, field string) (sigField, error) {
	var at sigField
	fields, err := sigFields(f, len(f.Secs)-1)
	if err != nil {
		return at, err
	}
	found := 0
	for _, x := range fields {
		if x.name == field {
			found, at = found+1, x
		}
	}
	if found != 1 {
		return at, fmt.Errorf("%w: %q", ErrNoField, field)
	}
	if at.value != nil {
		return at, fmt.Errorf("%w: %q", ErrFilled, field)
	}
	if err := inTurn(f, fields); err != nil {
		return sigField{}, err
	}
	return at, nil
}

// inTurn checks that every revision but the first is one that a signature
// closes.
func inTurn(f *pdf.File, fields []sigField) error {
	closed := make([]bool, len(f.Secs))
	closed[0] = true
	for _, x := range fields {
		ref, ok := x.value.(pdf.Ref)
		if !ok {
			continue
		}
		rev, off, ok := f.Where(ref.N, len(f.Secs)-1)
		d := f.Dict(ref)
		con, isText := d.Get("Contents").(pdf.Str)
		if !ok || !isText {
			return fmt.Errorf("%w: %q", ErrChanged, x.name)
		}
		if _, _, ok := covered(f, d, con, rev, off); !ok {
			return fmt.Errorf("%w: %q", ErrChanged, x.name)
		}
		closed[rev] = true
	}
	for rev, ok := range closed {
		if !ok {
			return fmt.Errorf("%w: revision %d", ErrChanged, rev+1)
		}
	}
	return nil
}

// Placeholders of the byte range, overwritten once the offsets are known.
const (
	tenDigits    = "0000000000"
	emptyRange   = "[0 " + tenDigits + " " + tenDigits + " " + tenDigits + "]"
	contentsMark = "/Contents "
)

// dictionary is the signature's, with room for byte range and contents.
func dictionary(id Identity, opt Options, room int) *pdf.Dict {
	name := opt.Name
	if name == "" {
		name = id.Name()
	}
	d := pdf.D("Type", pdf.Name("Sig"), "Filter", pdf.Name("Adobe.PPKLite"), "SubFilter", pdf.Name(subFilterPAdES),
		"ByteRange", pdf.Arr{pdf.Int(0), pdf.Num(tenDigits), pdf.Num(tenDigits), pdf.Num(tenDigits)},
		"Contents", pdf.Str{B: make([]byte, room), Hex: true},
		"M", pdf.Text(pdf.Date(opt.Time)), "Name", pdf.Text(name))
	if opt.Reason != "" {
		d.Set("Reason", pdf.Text(opt.Reason))
	}
	if opt.DocMDP != Approve {
		d.Set("Reference", pdf.Arr{pdf.D("Type", pdf.Name("SigRef"), "TransformMethod", pdf.Name("DocMDP"),
			"TransformParams", pdf.D("Type", pdf.Name("TransformParams"), "P", pdf.Int(int(opt.DocMDP)), "V", pdf.Name("1.2")))})
	}
	return d
}

// fill writes the byte range into the signature object at base, signs what it
// names, and writes the signature into the hole that it leaves.
func fill(out []byte, base, room int, id Identity, opt Options) ([]byte, error) {
	hole := bytes.Index(out[base:], []byte(contentsMark+"<"))
	ranges := bytes.Index(out[base:], []byte(emptyRange))
	if hole < 0 || ranges < 0 {
		return nil, errors.New("seal: placeholder lost")
	}
	from := base + hole + len(contentsMark)
	to := from + len("<>") + hex.EncodedLen(room)
	copy(out[base+ranges:], fmt.Sprintf("[0 %010d %010d %010d]", from, to, len(out)-to))
	der, err := cms.Sign(id.Key, id.Chain, cms.Content(out[:from], out[to:]), opt.Timestamp)
	if err != nil {
		return nil, err
	}
	if len(der) > room {
		return nil, fmt.Errorf("seal: signature of %d bytes does not fit in %d", len(der), room)
	}
	hex.Encode(out[from+1:], der)
	return out, nil
}
