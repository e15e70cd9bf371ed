package seal_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/internal/need"
	"bekwaam/seal"
)

// tsaConfig is what openssl needs to answer requests for time-stamps.
const tsaConfig = `
[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
default_policy = 1.2.3.4.1
signer_digest = sha256
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = %ALG%
[ext]
extendedKeyUsage = critical,timeStamping
[dn]
[req]
distinguished_name = dn
`

// tsa answers requests for time-stamps on this computer.
func tsa(t *testing.T, alg string) (dir string, answer func([]byte) ([]byte, error)) {
	t.Helper()
	need.Tool(t, "openssl")
	dir = t.TempDir()
	write := func(name string, b []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	sh := func(args ...string) {
		t.Helper()
		cmd := exec.Command("openssl", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("openssl %v: %v\n%s", args, err, out)
		}
	}
	write("tsa.cnf", []byte(strings.ReplaceAll(tsaConfig, "%ALG%", alg)))
	write("serial", []byte("01\n"))
	sh("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Tijdwortel", "-days", "3650")
	sh("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Klok")
	sh("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "3650", "-extfile", "tsa.cnf", "-extensions", "ext")
	return dir, func(request []byte) ([]byte, error) {
		write("q.tsq", request)
		cmd := exec.Command("openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q.tsq", "-out", "r.tsr")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Logf("%s", out)
			return nil, err
		}
		return os.ReadFile(filepath.Join(dir, "r.tsr"))
	}
}

func TestTimestamp(t *testing.T) {
	w := newWorld(t)
	for _, alg := range []string{"sha256", "sha1"} {
		dir, answer := tsa(t, alg)
		o := w.options(1)
		o.Timestamp = answer
		b, err := seal.Sign(w.signed[1], "coach", w.ids[1], o)
		if err != nil {
			t.Fatalf("%s: %v", alg, err)
		}
		ca, err := os.ReadFile(filepath.Join(dir, "ca.pem"))
		if err != nil {
			t.Fatal(err)
		}
		trust := w.trust
		trust.Roots = pool(t, ca)
		r, err := seal.Verify(b, trust)
		if err != nil || r.Status != seal.Trusted || r.Signatures[1].Timestamp == nil || !r.Signatures[1].PAdES {
			t.Fatalf("%s: %v %+v", alg, err, r)
		}
		s := r.Signatures[1].Timestamp
		if s.By != "Klok" || !s.Trusted || time.Since(s.Time).Abs() > time.Hour {
			t.Errorf("%+v", s)
		}
		if r := w.verify(t, b); r.Status != seal.Trusted || r.Signatures[1].Timestamp.Trusted {
			t.Errorf("without its root: %+v", r.Signatures[1].Timestamp)
		}
		// The next one signs without.
		if r := w.verify(t, w.sign(t, b, 2)); r.Status != seal.Trusted || r.Signatures[2].Timestamp != nil {
			t.Errorf("the next signature: %+v", r)
		}
		if alg == "sha256" {
			othersOnStamp(t, w, b)
		}
		// No digit of signature or time-stamp can be changed, but for those of
		// the root that the authority sends along, which nothing needs.
		h := holes(b)[1]
		root, err := seal.DecodeCertificates(ca)
		if err != nil {
			t.Fatal(err)
		}
		spare := bytes.Index(b, []byte(hex.EncodeToString(root[0].Raw)))
		if spare < 0 {
			t.Fatal("the root did not come along")
		}
		for i := h.from + 1; i < h.valueAt(b); i += 31 {
			if i >= spare && i < spare+2*len(root[0].Raw) {
				continue
			}
			bad := bytes.Clone(b)
			if bad[i] ^= 1; !strings.ContainsRune("0123456789abcdef", rune(bad[i])) {
				continue
			}
			if r, err := seal.Verify(bad, trust); err == nil && r.Status == seal.Trusted {
				t.Fatalf("%s: digit %d of %d changed: trusted", alg, i-h.from, h.to-h.from)
			}
		}
	}
}

// othersOnStamp lets programs of others read a file with a time-stamp.
func othersOnStamp(t *testing.T, w *world, b []byte) {
	t.Helper()
	need.Tool(t, "qpdf", "pdfsig", "certutil")
	name := save(t, "stamped.pdf", b)
	run(t, "qpdf", "--check", name)
	db := "sql:" + t.TempDir()
	run(t, "certutil", "-N", "-d", db, "--empty-password")
	if out := run(t, "pdfsig", "-nssdir", db, name); strings.Count(out, "Signature is Valid") != 2 {
		t.Errorf("pdfsig: %s", out)
	}
}

func TestTimestampRefused(t *testing.T) {
	w := newWorld(t)
	_, answer := tsa(t, "sha256")
	for name, f := range map[string]func([]byte) ([]byte, error){
		"no network": func([]byte) ([]byte, error) { return nil, errors.New("no network") },
		"nonsense":   func([]byte) ([]byte, error) { return []byte("hallo"), nil },
		"nothing":    func([]byte) ([]byte, error) { return nil, nil },
		"refusal":    func([]byte) ([]byte, error) { return []byte("\x30\x05\x30\x03\x02\x01\x02"), nil },
		"about something else": func(q []byte) ([]byte, error) {
			q = bytes.Clone(q)
			q[len(q)-10] ^= 1
			return answer(q)
		},
		"cut": func(q []byte) ([]byte, error) {
			b, err := answer(q)
			return b[:len(b)-3], err
		},
	} {
		o := w.options(1)
		o.Timestamp = f
		if b, err := seal.Sign(w.signed[1], "coach", w.ids[1], o); !errors.Is(err, seal.ErrTimestamp) || b != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
