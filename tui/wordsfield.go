package tui

import "bekwaam/text"

// wordsField is a long text under its question; out of hand it shows its first
// two lines.
type wordsField struct{ *longField }

func (f *wordsField) Lines(e *env, w int, focused bool) ([]string, *cursor) {
	if focused {
		f.fitted(w)
	}
	ls, cur := f.longField.Lines(e, w, focused)
	if v := f.in.Value(); !focused && v != "" {
		body := text.Wrap(v, w)
		if len(body) > 2 {
			body = append(body[:1:1], text.Cut(body[1]+" "+body[2], w))
		}
		ls = nil
		for _, l := range text.Wrap(f.labelText(e), w) {
			ls = append(ls, e.st.Label.Render(l))
		}
		ls = append(ls, body...)
	} else if !focused {
		ls[len(ls)-1] = e.st.Label.Render(text.Nothing)
	}
	return ls, cur
}
