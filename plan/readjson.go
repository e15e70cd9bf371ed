package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// What a plan document may hold at most. A document past one of these is
// refused before anything is made of it.
const (
	MaxBytes  = 4 << 20
	maxDepth  = 16
	maxTokens = 200_000
	maxString = 64 << 10 // runes of one text
	maxList   = 2_000
	maxNumber = 40 // characters of one number
)

// limits is what one reading puts up with.
type limits struct{ bytes, tokens, text, list int }

var (
	documentLimits = limits{MaxBytes, maxTokens, maxString, maxList}
	storeLimits    = limits{64 << 20, 20 * maxTokens, 64 << 20, 100 * maxList}
)

// jsonTree reads exactly one JSON value: valid UTF-8, no key twice in one
// object, nothing after the end.
func jsonTree(data []byte, lim limits) (any, error) {
	if len(data) > lim.bytes {
		return nil, &Error{Code: CodeLimit}
	}
	if !utf8.Valid(data) {
		return nil, &Error{Code: CodeSyntax, Args: []string{"utf-8"}}
	}
	r := &jsonReader{lim: lim, data: data, dec: json.NewDecoder(bytes.NewReader(data))}
	r.dec.UseNumber()
	v, err := r.value(0)
	if err != nil {
		return nil, err
	}
	if _, err := r.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, r.fail(CodeSyntax)
	}
	return v, nil
}

type jsonReader struct {
	lim    limits
	data   []byte
	dec    *json.Decoder
	tokens int
	at     int // offset up to which lines were counted
	line   int // lines before at
}

func (r *jsonReader) here() int {
	off := min(int(r.dec.InputOffset()), len(r.data))
	r.line += bytes.Count(r.data[r.at:off], []byte{'\n'})
	r.at = off
	return r.line + 1
}

func (r *jsonReader) fail(code string) error { return &Error{Code: code, Line: r.here()} }

func (r *jsonReader) token() (json.Token, error) {
	if r.tokens++; r.tokens > r.lim.tokens {
		return nil, r.fail(CodeLimit)
	}
	t, err := r.dec.Token()
	if err != nil {
		return nil, &Error{Code: CodeSyntax, Line: r.here(), Err: err}
	}
	switch t := t.(type) {
	case string:
		if len(t) > r.lim.text && utf8.RuneCountInString(t) > r.lim.text {
			return nil, r.fail(CodeTooLong)
		}
	case json.Number:
		if len(t) > maxNumber {
			return nil, r.fail(CodeNumber)
		}
	}
	return t, nil
}

func (r *jsonReader) value(depth int) (any, error) {
	if depth > maxDepth {
		return nil, r.fail(CodeLimit)
	}
	t, err := r.token()
	if err != nil {
		return nil, err
	}
	switch t {
	case json.Delim('{'):
		return r.object(depth)
	case json.Delim('['):
		out := []any{}
		for r.dec.More() {
			v, err := r.value(depth + 1)
			if err != nil {
				return nil, err
			}
			if out = append(out, v); len(out) > r.lim.list {
				return nil, r.fail(CodeLimit)
			}
		}
		_, err := r.token()
		return out, err
	}
	return t, nil
}

func (r *jsonReader) object(depth int) (any, error) {
	out, seen := Object{}, map[string]bool{}
	for r.dec.More() {
		t, err := r.token()
		if err != nil {
			return nil, err
		}
		key, line := t.(string), r.here()
		if seen[key] {
			return nil, &Error{Code: CodeTwice, Field: key, Line: line}
		}
		seen[key] = true
		v, err := r.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if out = append(out, Member{key, v, line}); len(out) > r.lim.list {
			return nil, r.fail(CodeLimit)
		}
	}
	_, err := r.token()
	return out, err
}
