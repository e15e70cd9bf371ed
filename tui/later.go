package tui

import tea "charm.land/bubbletea/v2"

type nothing struct{}

func (nothing) ID() string                    { return "S00" }
func (nothing) Title(*env) string             { return "x" }
func (nothing) Audience() string              { return "" }
func (nothing) Form() bool                    { return false }
func (nothing) Page(*env) page                { return page{} }
func (nothing) Update(*env, tea.Msg) []effect { return nil }
func (nothing) Actions(*env) []action         { return nil }

func newActivity(*Model, string) screen { return nothing{} }

func newLine(*Model, string) screen { return nothing{} }
