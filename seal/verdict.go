package seal

import (
	"cmp"
	"slices"
)

// Finding is the judgement on a file in one word, for one sentence.
type Finding string

// What a file can come to, from good to bad. Nothing is in order while it is
// not known whose key one of the signatures was made with.
const (
	FindInOrder    Finding = "in-order"       // all hold, all keys are known, nothing was changed
	FindUnknown    Finding = "unknown"        // all hold, some keys are not known
	FindOtherKey   Finding = "other-key"      // all hold, but a known name came with another key
	FindUnusable   Finding = "unusable"       // all hold, but a certificate is not for this or not for that time
	FindUnsigned   Finding = "unsigned"       // nobody signed
	FindComments   Finding = "comments"       // other software added comments that the signer allows
	FindOtherSign  Finding = "other-software" // other software signed or left traces while it did
	FindRewritten  Finding = "rewritten"      // other software wrote the file anew: nothing can be checked
	FindBeyond     Finding = "beyond"         // other software wrote behind it in a form that is not read here
	FindChanged    Finding = "changed"        // something other than a signature came after one
	FindUpdated    Finding = "updated"        // changed before anybody signed
	FindInvalid    Finding = "invalid"        // a signature does not belong to this file
	FindUnreadable Finding = "unreadable"     // not judged: the file cannot be read
)

// Verdict is what one sentence about a file says.
type Verdict struct {
	Finding Finding
	Good    int      // signatures that hold over their own revision
	Known   int      // of these, those whose key is known
	Unknown []string // the names of the others, as their certificates say
	Name    string   // whose signature it is about: the one that does not hold, or the last one before a change
	Page    int      // the first page that was changed; 0: none, or it is not about pages
	What    Code     // what was changed or does not hold
}

// Verdict sums the report up.
func (r Report) Verdict() Verdict {
	var v Verdict
	for _, s := range r.Signatures {
		switch s.Alone {
		case Trusted:
			v.Good, v.Known = v.Good+1, v.Known+1
		case Untrusted:
			v.Good++
			v.Unknown = append(v.Unknown, s.called())
		}
	}
	switch r.Status {
	case Trusted:
		v.Finding = FindInOrder
	case Untrusted:
		v.Finding = r.untrusted(&v)
	case Foreign:
		v.Finding = r.foreign(&v)
	case Changed:
		v.Finding = FindChanged
		r.changed(&v)
	case Unsigned:
		v.Finding = FindUnsigned
		if slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code != CodeOtherSoftware }) {
			v.Finding = FindUpdated
		}
	default:
		v.Finding = FindInvalid
		r.invalid(&v)
	}
	return v
}

// called is the name by which a signature is spoken of.
func (s Signature) called() string { return cmp.Or(s.Name, s.Signer, s.Field) }

// untrusted finds the first signature that somebody has to do something about.
func (r Report) untrusted(v *Verdict) Finding {
	for _, x := range []struct {
		code Code
		find Finding
	}{{CodeOtherKey, FindOtherKey}, {CodeNotThen, FindUnusable}, {CodeNotSigning, FindUnusable}, {CodeNotBound, FindUnusable}} {
		for _, s := range r.Signatures {
			if r.has(&s, x.code) && s.Alone == Untrusted {
				v.Name, v.What = s.called(), x.code
				return x.find
			}
		}
	}
	return FindUnknown
}

func (r Report) foreign(v *Verdict) Finding {
	find := FindOtherSign
	switch {
	case r.Beyond:
		find = FindBeyond
	case slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == CodeRewritten }),
		slices.ContainsFunc(r.Signatures, func(s Signature) bool { return r.has(&s, CodeRewritten) }):
		find = FindRewritten
	case slices.ContainsFunc(r.Signatures, func(s Signature) bool { return r.has(&s, CodeComment) }):
		find = FindComments
	case slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == CodeUnsignedUpdate }):
		find = FindUpdated
	}
	for _, s := range r.inOrder() {
		if s.Status == Foreign {
			v.Name = s.called()
		}
	}
	return find
}

// changed names the last signature before the first change that matters.
func (r Report) changed(v *Verdict) {
	first := Problem{}
	for _, s := range r.Signatures {
		if s.Status != Changed {
			continue
		}
		for _, p := range s.Problems {
			heavy := p.Revision > s.Revision && !soft[p.Code] && p.Code != CodeSignsNothing
			switch {
			case !heavy:
			case first.Code == "", p.Revision < first.Revision, p.Revision == first.Revision && first.Page == 0 && p.Page > 0:
				first = p
			}
		}
	}
	v.What, v.Page = first.Code, first.Page
	for _, s := range r.inOrder() {
		if s.Status == Changed && (first.Code == "" || s.Revision < first.Revision) {
			v.Name = s.called()
		}
	}
}

func (r Report) invalid(v *Verdict) {
	for _, s := range r.Signatures {
		if s.Status == Invalid {
			v.Name = s.called()
			if len(s.Problems) > 0 {
				v.What = s.Problems[0].Code
			}
			return
		}
	}
	if len(r.Problems) > 0 {
		v.What = r.Problems[0].Code
	}
}

// inOrder lists the signatures as they were set.
func (r Report) inOrder() []Signature {
	out := slices.Clone(r.Signatures)
	slices.SortStableFunc(out, func(a, b Signature) int { return cmp.Compare(a.Revision, b.Revision) })
	return out
}
