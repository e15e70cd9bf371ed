package cli

import (
	"encoding/json"
	"errors"
	"os"

	"bekwaam/plan"
	"bekwaam/store"
	"bekwaam/templates"
	"bekwaam/tui"
)

// keeper keeps plans for the screens, in the store.
type keeper struct{ *session }

func (k keeper) Load(id string) (plan.Plan, []plan.Revision, error) {
	p, err := k.st.Load(id)
	if err != nil {
		return plan.Plan{}, nil, err
	}
	revs, err := k.st.AllRevisions(id)
	return p, revs, err
}

func (k keeper) At(id string, revision int) (plan.Plan, error) {
	return k.st.LoadRevision(id, revision)
}

func (k keeper) Save(entries []tui.Entry) error {
	list := make([]store.Entry, 0, len(entries))
	trails := map[int]plan.Trail{}
	for i, e := range entries {
		if len(e.Trail) > 0 {
			trails[i] = e.Trail
		}
		if err := k.keepFrameworks(e.Plan); err != nil {
			return err
		}
		x := store.Entry{Plan: e.Plan, Rev: e.Rev}
		if act := e.Rev.Act; act.Name == "sign" && e.Plan.Frozen() || act.Name == "sign.paper" && act.Args[0] == plan.RoleTeacher {
			x.Freeze = e.Plan.WorkingVersion
		} else if act.Name == "round.submit" {
			x.Freeze = e.Plan.FrozenAfter(e.Plan.Revision - 1)
		}
		list = append(list, x)
	}
	return k.append(list, trails)
}

func (k keeper) SaveSettings(settings tui.Settings) error {
	b, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	k.screen.Store(templates.NewTexts(settings.Language))
	return k.st.PutSetting(settingsName, string(b))
}

// Emergency writes the plan where there still may be room: in the folder that
// the person named, else in their own folder, else in a temporary one.
func (k keeper) Emergency(p plan.Plan) (string, error) {
	dirs := []string{k.home(), k.st.Dir(), os.TempDir()}
	if k.ownData() != "" {
		dirs = []string{k.st.Dir(), k.home(), os.TempDir()}
	}
	var all error
	for _, dir := range dirs {
		if dir == "" {
			continue
		}
		path, err := k.st.Emergency(dir, p, k.Now())
		if err == nil {
			return k.shown(path, k.words()), nil
		}
		all = errors.Join(all, err)
	}
	return "", all
}
