package cli

import (
	"bekwaam/plan"
	"bekwaam/privacy"
)

// told is something in what leaves the machine that may be too private.
type told struct {
	Item  string       `json:"item"`
	Field string       `json:"field"`
	Kind  privacy.Kind `json:"kind"`
	Text  string       `json:"text"`
}

// tellPrivate says what in a plan that leaves looks too private. It is a
// remark and stops nothing.
func (r *run) tellPrivate(p plan.Plan) []told {
	out := []told{}
	for _, h := range plan.Alarms(p) {
		out = append(out, told{clean(h.Item), h.Field, h.Kind, clean(h.Word)})
		r.tellOne(h.Item, h.Kind, h.Word)
	}
	return out
}

func (r *run) tellOne(item string, kind privacy.Kind, word string) {
	id := "cli.private.name"
	switch kind {
	case privacy.Health:
		id = "cli.private.health"
	case privacy.Citizen, privacy.Register:
		id = "cli.private.number"
	case privacy.Email:
		id = "cli.private.email"
	case privacy.Phone:
		id = "cli.private.phone"
	}
	r.remark(id, "Item", item, "Word", word)
}
