package cli

import (
	"errors"

	"bekwaam/continuum"
	"bekwaam/plan"
	"bekwaam/report"
	"bekwaam/seal"
	"bekwaam/store"
)

// me is the person as one side of an exchange: the name, and the key where
// there is one.
func (s *session) me(name string) (plan.Party, error) {
	chain, err := s.ownChain()
	if errors.Is(err, errNoKey) {
		return plan.Party{Name: name}, nil
	}
	if err != nil {
		return plan.Party{}, err
	}
	return plan.Party{Name: first(name, clean(chain[0].Subject.CommonName)), Key: seal.Fingerprint(chain[0])}, nil
}

// party is somebody else as one side of an exchange, with the key that is in
// use where one was pinned.
func (s *session) party(name string) (plan.Party, error) {
	people, err := s.contacts()
	if err != nil {
		return plan.Party{}, err
	}
	to := plan.Party{Name: name}
	for _, c := range people.Named(name) {
		if c.Replaced.IsZero() {
			to.Key = c.Fingerprint
		}
	}
	return to, nil
}

// A keyring gives the person's key when a file is sealed, or errNoKey.
type keyring func() (seal.Identity, error)

// keyWith is the own key for a command; secret is a file with its passphrase,
// or "".
func (s *session) keyWith(secret string) keyring {
	return func() (seal.Identity, error) {
		id, _, err := s.ownKey(secret)
		return id, err
	}
}

// packetFile makes the file of a packet: drawn and sealed at the moment that
// the packet names, so that the same packet is the same file.
func (s *session) packetFile(e plan.Edition, role string, key keyring) (data []byte, sealed bool, err error) {
	return s.packetPages(e, role, key, nil)
}

// packetPages is packetFile with files that go along inside.
func (s *session) packetPages(e plan.Edition, role string, key keyring, files []report.Attached) (data []byte, sealed bool, err error) {
	at := e.Info.Packet.At.Time().In(s.Now().Location())
	data, _, err = report.Render(e, report.Options{Now: at, Words: keyWords, Files: files})
	if err != nil {
		return nil, false, err
	}
	id, err := key()
	if errors.Is(err, errNoKey) {
		return data, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	data, err = signAs(data, e, signing{role: role, field: report.FieldSeal, id: id, at: at})
	return data, true, err
}

// coachPacket is the packet that shows p to somebody. It is the one that was
// made of p before, as long as it can be made again; otherwise the change says
// what is to be recorded, and its Plan.ID is not empty.
func (s *session) coachPacket(p plan.Plan, to plan.Party, by plan.Actor) (plan.Change, plan.Dispatch, plan.Edition, error) {
	from, err := s.me(p.Profile.Name)
	if err != nil {
		return plan.Change{}, plan.Dispatch{}, plan.Edition{}, err
	}
	pack := s.packFor(p)
	if d, ok := p.MadeNow(to); ok && d.Withdrawn == "" && d.Packet.From.Is(from) && d.Packet.To.Key == to.Key {
		if e, ok := plan.Reissue(p, pack, d); ok {
			return plan.Change{}, d, e, nil
		}
	}
	c, d, err := plan.Submit(p, pack, by, from, to)
	if err != nil {
		return plan.Change{}, plan.Dispatch{}, plan.Edition{}, err
	}
	e, err := editionOf(d, c, p.Revision, pack)
	return c, d, e, err
}

// editionOf is the edition of a packet that c records, on top of the revision
// that was the newest, as it will be made again of what stands in the store.
func editionOf(d plan.Dispatch, c plan.Change, newest int, pack *continuum.Pack) (plan.Edition, error) {
	recorded := c.Plan
	recorded.Revision = newest + 1
	e, ok := plan.Reissue(recorded, pack, d)
	if !ok {
		return plan.Edition{}, errReissue
	}
	return e, nil
}

// errReissue: the edition that a packet names cannot be made any more, because
// the words of the pack are others now.
var errReissue = errors.New("the edition is not the one that was recorded")

// coachFile makes the teacher's file for a coach. Made again of an unchanged
// plan it is the same file; otherwise the entry says what is to be recorded.
func (s *session) coachFile(p plan.Plan, to plan.Party, key keyring) (data []byte, sealed bool, entry *store.Entry, err error) {
	by := plan.Actor{Name: p.Profile.Name, At: s.Now()}
	c, _, e, err := s.coachPacket(p, to, by)
	if err != nil {
		return nil, false, nil, err
	}
	if c.Plan.ID != "" {
		entry = &store.Entry{Plan: c.Plan, Rev: plan.Revision{At: plan.At(by.At), By: by.Name, Act: c.Act}, Freeze: c.Plan.FrozenAfter(p.Revision)}
	}
	data, sealed, err = s.packetFile(e, plan.RoleTeacher, key)
	return data, sealed, entry, err
}

// returnPacket closes the coach's round: the change to record, and the edition
// for the teacher.
func (s *session) returnPacket(p plan.Plan, outcome, reason string) (plan.Change, plan.Dispatch, plan.Edition, error) {
	if p.EditionInfo == nil || p.EditionInfo.Packet == nil {
		return plan.Change{}, plan.Dispatch{}, plan.Edition{}, &plan.Error{Code: plan.CodeRecord, Field: "review"}
	}
	k := p.EditionInfo.Packet
	from, err := s.me(k.To.Name)
	if err != nil {
		return plan.Change{}, plan.Dispatch{}, plan.Edition{}, err
	}
	pack := s.packFor(p)
	c, d, err := plan.CloseReview(p, pack, plan.Actor{Name: from.Name, At: s.Now()}, from, k.From, outcome, reason)
	if err != nil {
		return plan.Change{}, plan.Dispatch{}, plan.Edition{}, err
	}
	e, err := editionOf(d, c, p.Revision, pack)
	return c, d, e, err
}

// returnFile is the file of a round that is closed, with the entry to record.
func (s *session) returnFile(p plan.Plan, outcome, reason string, key keyring) (data []byte, sealed bool, entry store.Entry, err error) {
	c, d, e, err := s.returnPacket(p, outcome, reason)
	if err != nil {
		return nil, false, store.Entry{}, err
	}
	entry = store.Entry{Plan: c.Plan, Rev: plan.Revision{At: d.Packet.At, By: d.Packet.From.Name, Act: c.Act}}
	data, sealed, err = s.packetFile(e, plan.RoleCoach, key)
	return data, sealed, entry, err
}

// arrival works out what a packet brings, and to which plan. signer is the
// fingerprint that sealed the file, empty for none. here is the plan where it
// is in hand already, nil to take the one in the store.
func (s *session) arrival(doc plan.Plan, signer string, here *plan.Plan) (plan.Arrival, *plan.Plan, error) {
	old := here
	if old == nil {
		switch p, err := s.st.Load(doc.ID); {
		case err == nil:
			old = &p
		case !errors.Is(err, store.ErrNoPlan):
			return plan.Arrival{}, nil, err
		}
	}
	by := plan.Actor{At: s.Now()}
	if doc.EditionInfo.Packet.Kind != plan.PacketReturn {
		me, err := s.me("")
		if err != nil {
			return plan.Arrival{}, nil, err
		}
		by.Name = first(me.Name, doc.EditionInfo.Packet.To.Name)
		a, err := plan.TakePlan(old, doc, me, signer, by)
		return a, old, err
	}
	if old == nil {
		return plan.Arrival{}, nil, &plan.Error{Code: plan.CodeUnknown, Field: "id", Args: []string{doc.ID}}
	}
	me, err := s.me(old.Profile.Name)
	if err != nil {
		return plan.Arrival{}, nil, err
	}
	by.Name = old.Profile.Name
	sent := plan.EditionsSent(*old, s.packFor(*old), doc.EditionInfo.Packet.From, func(n int) (plan.Plan, bool) {
		p, err := s.st.LoadRevision(old.ID, n)
		return p, err == nil
	})
	a, err := plan.TakeReturn(*old, doc, sent, me, signer, by)
	return a, old, err
}

// sealedBy is the key that sealed a file, for a file whose seal holds.
func sealedBy(rep seal.Report) string {
	if len(rep.Signatures) == 0 || rep.Status != seal.Trusted && rep.Status != seal.Untrusted {
		return ""
	}
	return rep.Signatures[0].Fingerprint
}
