package seal

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
)

func TestCloseAndDisclose(t *testing.T) {
	text := []byte("Deels. Werk voor sterke rekenaars zag ik alleen op papier.")
	body, hash, secret, err := Close(text)
	if err != nil {
		t.Fatal(err)
	}
	raw, _ := base64.StdEncoding.DecodeString(body)
	if strings.Contains(string(raw), "rekenaars") || strings.Contains(body+hash, secret) {
		t.Error("it can be read without the key")
	}
	if got, err := Disclose(body, hash, secret, 1<<10); err != nil || string(got) != string(text) {
		t.Errorf("%q, %v", got, err)
	}
	again, hash2, secret2, err := Close(text)
	if err != nil || again == body || hash2 == hash || secret2 == secret {
		t.Error("the same text sealed twice looks the same")
	}
	flipped := func(s string, at int) string {
		b := []byte(s)
		if b[at] != 'A' {
			b[at] = 'A'
		} else {
			b[at] = 'B'
		}
		return string(b)
	}
	for name, x := range map[string][3]string{
		"another text":      {again, hash, secret2},
		"another hash":      {body, hash2, secret},
		"another key":       {body, hash, secret2},
		"no key":            {body, hash, ""},
		"a changed byte":    {flipped(body, len(body)/2), hash, secret},
		"cut off":           {body[:len(body)/8*4], hash, secret},
		"no base64":         {"?", hash, secret},
		"nothing":           {"", hash, secret},
		"hash in capitals":  {body, strings.ToUpper(hash), secret},
		"more than allowed": {body, hash, secret},
	} {
		limit := int64(1 << 10)
		if name == "more than allowed" {
			limit = 8
		}
		if _, err := Disclose(x[0], x[1], x[2], limit); !errors.Is(err, ErrResealed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for at := 0; at < len(body); at += 7 {
		if _, err := Disclose(flipped(body, at), hash, secret, 1<<10); err == nil {
			t.Errorf("a changed letter at %d was not noticed", at)
		}
	}
}
