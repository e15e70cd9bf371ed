package text

import (
	"fmt"
	"strings"
)

// ParseClock reads a time of the clock as people type it (16:20, 16.20, 1620,
// 16) and returns it as 16:20. Nothing typed is no time. The error is a
// *ParseError of KindClock: CodeSyntax for what is no time, CodeRange for one
// that no clock shows.
func ParseClock(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" || s == Nothing {
		return "", nil
	}
	fail := func(code Code) (string, error) {
		return "", &ParseError{Kind: KindClock, Code: code, Input: shown(s)}
	}
	hours, minutes, parted := strings.Cut(strings.NewReplacer(".", ":", "u", ":").Replace(strings.TrimSuffix(s, "u")), ":")
	if !parted && len(hours) > 2 {
		hours, minutes = hours[:len(hours)-2], hours[len(hours)-2:]
	}
	if minutes == "" && !parted {
		minutes = "00"
	}
	if len(hours) < 1 || len(hours) > 2 || len(minutes) != 2 {
		return fail(CodeSyntax)
	}
	read := func(s string) int {
		n := 0
		for _, r := range s {
			if r < '0' || r > '9' {
				return -1
			}
			n = n*10 + int(r-'0')
		}
		return n
	}
	h, m := read(hours), read(minutes)
	switch {
	case h < 0 || m < 0:
		return fail(CodeSyntax)
	case h > 23 || m > 59:
		return fail(CodeRange)
	}
	return fmt.Sprintf("%02d:%02d", h, m), nil
}
