package cli

import (
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
)

// readPDF reads the plan that travels inside a PDF of ours. The signatures are
// judged over the exact bytes before anything in them is read.
func (s *session) readPDF(name string, data []byte, flags importFlags, t *taken) (plan.Plan, error) {
	trust, err := s.trust("")
	if err != nil {
		return plan.Plan{}, err
	}
	j, err := s.judgeBytes(name, data, trust)
	if err != nil {
		return plan.Plan{}, err
	}
	rep := j.report
	t.From, t.judged = &sender{Trust: string(rep.Status)}, j
	if len(rep.Signatures) > 0 {
		x := rep.Signatures[0]
		t.From.Name, t.From.Fingerprint = clean(first(x.Name, x.Signer)), x.Fingerprint
	}
	if err := s.acceptable(name, rep, flags); err != nil {
		return plan.Plan{}, err
	}
	p, meta, err := report.Read(data)
	if err != nil {
		return plan.Plan{}, s.pdfFault(name, err)
	}
	if !plan.CheckPackage(p) {
		return plan.Plan{}, s.refuse("cli.err.pdf-changed", "File", name)
	}
	t.Kind = string(meta.Audience)
	if meta.Audience == plan.Self {
		t.Kind = "document"
	}
	return p, nil
}

// acceptable decides by the judgement on the signatures whether a file is
// read at all.
func (s *session) acceptable(name string, rep seal.Report, flags importFlags) error {
	for _, x := range rep.Signatures {
		if x.How == seal.Impostor && x.Alone == seal.Untrusted {
			return s.otherKey(seal.Contacts{x.Contact}, x.Name, x.Certificate)
		}
	}
	switch rep.Status {
	case seal.Trusted:
		return nil
	case seal.Untrusted:
		for _, x := range rep.Signatures {
			if x.Alone == seal.Untrusted {
				s.remark("cli.remark.untrusted", "File", name, "Name", or(x.Name), "Words", keyWords(x.Fingerprint))
			}
		}
		return nil
	case seal.Unsigned:
		switch {
		case len(rep.Problems) > 0:
			return s.refuse("cli.err.pdf-changed", "File", name)
		case !flags.unsigned:
			return s.distrust("cli.err.unsigned", "File", name)
		}
		s.remark("cli.remark.unsigned", "File", name)
		return nil
	case seal.Foreign:
		if !flags.unsigned {
			return s.distrust("cli.err.foreign", "File", name)
		}
		return nil
	}
	return s.refuse("cli.err.pdf-changed", "File", name)
}
