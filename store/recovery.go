package store

import (
	"strings"

	"filippo.io/age"
)

const (
	codePrefix = "AGE-SECRET-KEY-1"
	codeLength = 58 // after the prefix
	codeGroup  = 4
)

// codeLetters are the letters of a code; they leave out what is misread.
const codeLetters = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"

// NewRecoveryCode makes the code of a recovery sheet: a key of its own, as the
// age program writes one.
func NewRecoveryCode() (string, error) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return "", err
	}
	return id.String(), nil
}

// CodeLines is a code as it stands on a sheet: in groups, a few on a line. It
// is read back with or without the spaces, in capitals or not.
func CodeLines(code string) []string {
	rest := strings.TrimPrefix(code, codePrefix)
	var groups []string
	for len(rest) > codeGroup {
		groups, rest = append(groups, rest[:codeGroup]), rest[codeGroup:]
	}
	groups = append(groups, rest)
	const aLine = 5
	var out []string
	for len(groups) > aLine {
		out, groups = append(out, strings.Join(groups[:aLine], " ")), groups[aLine:]
	}
	return append(out, strings.Join(groups, " "))
}

// asCode returns what somebody typed as a code, and whether it looks like one.
func asCode(s string) (code string, is bool) {
	s = strings.ToUpper(strings.Join(strings.Fields(s), ""))
	s = strings.ReplaceAll(s, "-", "")
	s, prefixed := strings.CutPrefix(s, strings.ReplaceAll(codePrefix, "-", ""))
	if prefixed {
		return codePrefix + s, true
	}
	known := 0
	for _, c := range s {
		if strings.ContainsRune(codeLetters, c) {
			known++
		}
	}
	// One letter too many or too few, or a misread one, is still a code.
	const slips = 4
	return codePrefix + s, len(s) >= codeLength-slips && len(s) <= codeLength+slips && known >= len(s)-slips && strings.ContainsAny(s, "23456789")
}
