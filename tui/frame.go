package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"bekwaam/text"
)

// The smallest window in which the program works.
const (
	minWidth  = 60
	minHeight = 16
	textWidth = 76 // a text is never wider, however wide the window
	margin    = 2
)

func (m *Model) small() bool { return m.w < minWidth || m.h < minHeight }

// bodySize returns the cells of a line of the body and its number of lines.
func (m *Model) bodySize() (w, h int) {
	w, h = min(textWidth, m.w-margin-2), m.h-4
	if m.h >= 20 {
		h-- // the line above the message stays empty
	}
	return max(w, 1), max(h, 1)
}

// View draws the frame: exactly as wide and as high as the window.
func (m *Model) View() tea.View {
	v := tea.View{AltScreen: !m.deps.Inline, WindowTitle: m.windowTitle()}
	if m.settings.Mouse && !m.deps.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.small() {
		v.Content = m.tooSmall()
		return v
	}
	out, cur := m.frame()
	v.Content = out
	if cur != nil {
		v.Cursor = tea.NewCursor(cur.Cell, cur.Line)
	}
	return v
}

func (m *Model) windowTitle() string {
	return "bekwaam: " + ansi.Strip(m.top().Title(m.env()))
}

// frame returns the whole picture and where the real cursor stands in it.
func (m *Model) frame() (string, *cursor) {
	e := m.env()
	p := m.top().Page(e)
	rows := make([]string, 0, m.h)
	rows = append(rows, m.header(), m.titleLine(e))
	body, at := m.body(p, e.h)
	rows = append(rows, withSide(p, body, e.h)...)
	for len(rows) < m.h-2 {
		rows = append(rows, "")
	}
	rows = append(rows, m.messageLine(), m.helpLine(e))
	for i, r := range rows {
		rows[i] = fit(r, m.w)
	}
	if at != nil {
		at.Line += 2
	}
	out := strings.Join(rows[:m.h], "\n")
	if m.settings.Ascii || m.deps.Ascii {
		out = text.ASCII(out)
	}
	return out, at
}

// The place of what stands beside the text in a wide window.
const (
	wideSide  = 80
	sideWidth = 34
)

// withSide puts what stands beside a page next to its lines, as far as they
// are in view.
func withSide(p page, body []string, h int) []string {
	for i, s := range p.Side[:min(len(p.Side), h)] {
		if i == len(body) {
			body = append(body, "")
		}
		body[i] = fit(body[i], margin+p.SideAt) + s
	}
	return body
}

// fit cuts a styled line to the width and fills it up.
func fit(s string, w int) string {
	if ansi.StringWidth(s) > w {
		s = ansi.Truncate(s, w, "…")
	}
	return s + spaces(w-ansi.StringWidth(s))
}

// header says whose plan this is, and on the right whether it is on disk.
func (m *Model) header() string {
	var parts []string
	if m.w >= 80 || m.plan.ID == "" || len(m.stack) == 1 {
		parts = append(parts, "bekwaam")
	}
	coaching := m.coaching()
	if name := m.plan.Profile.Name; name != "" {
		parts = append(parts, name)
	}
	if coaching {
		parts = m.coachHeader()
	}
	if len(m.stack) > 1 && m.plan.ID != "" && !coaching {
		if m.w >= 80 {
			parts = append(parts, text.FormatSchoolYear(m.plan.Profile.SchoolYear))
		}
		state := m.t.T("state." + string(m.plan.State))
		if m.plan.SignedVersion() == m.plan.WorkingVersion && m.plan.SignedVersion() > 0 {
			state += ", " + m.t.T("state.signed")
		}
		parts = append(parts, state)
	}
	right := ""
	switch {
	case m.failed != nil:
		right = m.st.Stop.Render(m.t.T("msg.not-saved"))
	case m.saving || len(m.queue) > 0 || m.holding():
		right = m.st.Label.Render(m.t.T("msg.saving"))
	case m.settings.Started:
		right = m.st.Label.Render(m.t.T("msg.saved"))
	}
	left := strings.Join(parts, " · ")
	room := min(textWidth, m.w-margin-2) - ansi.StringWidth(right) - 2
	if over := text.Width(left) - room; over > 0 && m.plan.Profile.Name != "" {
		name := m.plan.Profile.Name // it gives way before the state of the plan does
		left = strings.Replace(left, name, text.Cut(name, max(leastName, text.Width(name)-over)), 1)
	}
	return m.sides(m.st.Label.Render(left), right)
}

// titleLine is the step and, on the right, who can see what is here.
func (m *Model) titleLine(e *env) string {
	title, right := m.top().Title(e), ""
	if a := m.top().Audience(); a != "" {
		name := starterName(e.plan)
		right = m.t.T("audience.short."+a, "Name", name)
		// "te zien voor:" gives way before the title does.
		if long := m.t.T("audience."+a, "Name", name); m.w >= 80 && text.Width(title)+2+text.Width(long) <= e.w {
			right = long
		}
		right = m.st.forAudience(a).Render(right)
	}
	if text.Width(title)+2+ansi.StringWidth(right) > e.w {
		title = withoutStep(title)
	}
	return m.sides(m.st.Title.Render(title), right)
}

// withoutStep leaves the name of the step out of a title that has no room
// for it: its number and the part of it say where one is.
func withoutStep(title string) string {
	step, part, ok := strings.Cut(title, " · ")
	number, _, _ := strings.Cut(step, " ")
	if _, err := strconv.Atoi(number); !ok || err != nil {
		return title
	}
	return number + " · " + part
}

// sides puts two texts at the edges of the text column; the left one gives
// way.
func (m *Model) sides(left, right string) string {
	w := min(textWidth, m.w-margin-2)
	room := w - ansi.StringWidth(right)
	if right != "" {
		room -= 2
	}
	left = ansi.Truncate(left, room, "…")
	gap := w - ansi.StringWidth(left) - ansi.StringWidth(right)
	return spaces(margin) + left + spaces(gap) + right
}

// body cuts the page to its height so that the focus is in view.
func (m *Model) body(p page, h int) ([]string, *cursor) {
	var out []string
	for _, l := range p.Head {
		out = append(out, draw(l, m.st))
	}
	room := max(h-len(p.Head), 1)
	top, end := m.scroll(p, room)
	for _, l := range p.Lines[top:end] {
		if l.Text == "" && l.Row != "" && p.Late != nil {
			l.Text = p.Late(l.Row)
		}
		out = append(out, draw(l, m.st))
	}
	if rest := len(p.Lines) - end; rest > 0 {
		out = append(out, spaces(margin)+m.st.Hint.Render(m.t.N("msg.more", rest)))
	}
	if p.HeadCursor != nil {
		return out, &cursor{Line: p.HeadCursor.Line, Cell: p.HeadCursor.Cell + margin}
	}
	if p.Cursor != nil && p.Cursor.Line >= top && p.Cursor.Line < end {
		return out, &cursor{Line: p.Cursor.Line - top + len(p.Head), Cell: p.Cursor.Cell + margin}
	}
	for i, l := range p.Lines {
		if l.Mark && i >= top && i < end {
			return out, &cursor{Line: i - top + len(p.Head)}
		}
	}
	return out, nil
}

func draw(l line, st *styles) string {
	if l.Mark {
		return st.Selected.Render("› ") + l.Text
	}
	return spaces(margin) + l.Text
}

// messageLine is what just happened, or what is being done.
func (m *Model) messageLine() string {
	switch {
	case m.waiting != nil && m.waiting.shown:
		return spaces(margin) + m.st.Hint.Render(m.t.T("msg.working", "What", m.t.T(m.waiting.busy)))
	case m.msg.rank == rankAttention:
		return spaces(margin) + m.st.Attention.Render(m.messageText())
	case m.msg.rank == rankHint:
		return spaces(margin) + m.st.Hint.Render(m.messageText())
	}
	return spaces(margin) + m.messageText()
}

// shownKey is a key as people read it.
func (m *Model) shownKey(a action) string {
	if len(a.Keys) == 0 {
		return ""
	}
	switch k := a.Keys[0]; k {
	case "up":
		return "↑↓"
	case "space":
		return m.t.T("keyname.space")
	case "left":
		return "← →"
	case "+":
		if a.Do != nil && len(a.Keys) == 1 { // the key alone, without its opposite
			return k
		}
		return "+ -"
	case "1":
		if len(a.Keys) > 1 {
			return "1–" + a.Keys[len(a.Keys)-1]
		}
		return k
	default:
		return k
	}
}

// tooSmall says both sizes, as far as there is room for it.
func (m *Model) tooSmall() string {
	var rows []string
	switch {
	case m.w < 12 || m.h < 1:
	case m.w < 30 || m.h < 9:
		rows = []string{m.t.T("s167.tiny", "W", minWidth, "H", minHeight)}
	default:
		rows = append(rows, "", "  "+m.t.T("s167.title"), "",
			"  "+m.t.T("s167.now", "W", m.w, "H", m.h), "  "+m.t.T("s167.need", "W", minWidth, "H", minHeight), "")
		for _, l := range text.Wrap(m.t.T("s167.do"), m.w-4) {
			rows = append(rows, "  "+l)
		}
		rows = append(rows, "", "  "+m.t.T("s167.quit"))
		if m.stopAsked {
			rows[len(rows)-1] = "  " + m.t.T("msg.quit")
		}
	}
	for len(rows) < m.h {
		rows = append(rows, "")
	}
	for i, r := range rows {
		rows[i] = fit(r, m.w)
	}
	return strings.Join(rows[:max(m.h, 0)], "\n")
}
