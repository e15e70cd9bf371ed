package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"slices"

	"bekwaam/continuum"
)

// forAssessors is what assessors get of a plan: who the teacher is, and the
// competence file. Nothing else of the plan is in it, and nothing that this
// program does not know.
func forAssessors(p Plan) Plan {
	pr := p.Profile
	q := Plan{Format: p.Format, Version: p.Version, ID: p.ID, Pack: p.Pack, Pin: p.Pin, Language: p.Language, WorkingVersion: 1,
		Profile: Profile{Name: pr.Name, Framework: pr.Framework, Sector: pr.Sector, Function: pr.Function, School: pr.School, Board: pr.Board,
			SchoolYear: pr.SchoolYear, InductionYear: pr.InductionYear}}
	if f := p.CompetenceFile(); f != nil {
		c := clone(*f)
		c.Made = nil
		q.Assessment = &Assessment{File: &c}
	}
	forgetAll(&q)
	settle(&q)
	return q
}

// MakeFile makes the competence file for the assessors: the edition, and the
// change that notes it. Made again of an unchanged file it is the same edition,
// and nothing changes.
//
// Errors: those of composing, CodeRequired for a file without pieces,
// CodeAssessors with fewer assessors than the pack asks for, CodeGuided.
func MakeFile(p Plan, pack *continuum.Pack, by Actor, from Party) (Change, Edition, error) {
	f := p.CompetenceFile()
	if f == nil || len(f.Pieces) == 0 {
		return Change{}, Edition{}, &Error{Code: CodeRequired, Item: "assessment", Field: "file"}
	}
	if f.Made != nil {
		last := f.Made[len(f.Made)-1]
		if e := fileEdition(p, pack, from, last.At); e.Info.Package == last.Package {
			return Change{Plan: p}, e, nil
		}
	}
	c, err := composed(p, pack, "file.made", []string{itoa(len(f.Pieces))}, func(q *Plan, f *CompetenceFile) error {
		f.guided(*q)
		if len(f.Assessors) < pack.Judging.AssessorsMin {
			return &Error{Code: CodeAssessors, Item: "assessment", Field: "assessors", Args: []string{itoa(pack.Judging.AssessorsMin)}}
		}
		for _, name := range f.Assessors {
			if err := f.mayJudge(name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return c, Edition{}, err
	}
	e := fileEdition(c.Plan, pack, from, At(by.At))
	made := c.Plan.Assessment.File
	made.Made = append(made.Made, FileMade{Package: e.Info.Package, At: At(by.At)})
	c.Act.Fixed = true
	return c, e, nil
}

func fileEdition(p Plan, pack *continuum.Pack, from Party, at Instant) Edition {
	return For(p, pack, Assessor, "").Address(Packet{Kind: PacketFile, From: from, At: at, Version: p.WorkingVersion})
}

// JudgedPackage is the package of the competence file that a plan or a copy is
// about: of the one that was made last, or of the one that was read in.
func (p Plan) JudgedPackage() string {
	f := p.CompetenceFile()
	switch {
	case f == nil:
		return ""
	case p.IsCopy() && p.EditionInfo != nil:
		return p.EditionInfo.Package
	case len(f.Made) > 0:
		return f.Made[len(f.Made)-1].Package
	}
	return ""
}

// MadeFile reports whether a package is a file that was made or read in here.
func (p Plan) MadeFile(id string) bool {
	f := p.CompetenceFile()
	return f != nil && id != "" && (p.JudgedPackage() == id || slices.ContainsFunc(f.Made, func(m FileMade) bool { return m.Package == id }))
}

// hashOf is the hash of a record.
func hashOf(v any) string {
	sum := sha256.Sum256(Canonical([]any{toTree(reflect.ValueOf(v))}))
	return hex.EncodeToString(sum[:])
}
