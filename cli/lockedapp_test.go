package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bekwaam/store"
)

// TestAPassphraseOnScreen asks for it at the start, in the real program, and
// what is written then is readable nowhere.
func TestAPassphraseOnScreen(t *testing.T) {
	const phrase, canary = "anker lente trommel vijver", "Kanarievogel Noor"
	memory := t.TempDir()
	w := openWindow(t, []string{"LANG=nl_NL.UTF-8", "XDG_RUNTIME_DIR=" + memory})
	w.sees("Wie gebruikt deze computer")
	w.types("\r\x1b[B\r\r")
	w.sees("Een wachtzin voor je plan")
	w.types(phrase + "\t" + phrase + "\t\t\r")
	w.sees("Waar komt je herstelblad")
	sheets := t.TempDir()
	w.types(sheets + "\t\r")
	w.sees("Hier komen je plannen")
	w.types("\r")
	w.sees("Jouw pad")
	w.types("\r")
	w.sees("Jij en je werk")
	w.types(canary + "\t")
	w.until("the end of saving", func(string) bool { time.Sleep(300 * time.Millisecond); return true })
	for _, dir := range []string{w.data, memory} {
		if hits := filesWith(t, dir, canary); len(hits) > 0 {
			t.Errorf("while running: %v", hits)
		}
	}
	w.types("\x03\x03")
	if code := w.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if !store.HasPassphrase(w.data) {
		t.Fatal("no passphrase")
	}
	for _, dir := range []string{w.data, memory} {
		if hits := filesWith(t, dir, canary, "2026-2027"); len(hits) > 0 {
			t.Errorf("after the end: %v", hits)
		}
	}
	if pdf, err := filepath.Glob(filepath.Join(sheets, "herstelblad*.pdf")); err != nil || len(pdf) != 1 {
		t.Errorf("sheets %v, %v", pdf, err)
	}
	again := openWindow(t, []string{"LANG=nl_NL.UTF-8", "XDG_RUNTIME_DIR=" + memory}, "--data", w.data)
	again.sees("Je plannen staan achter een wachtzin")
	again.types("iets anders\r")
	again.sees("Dit is niet je wachtzin")
	again.types(phrase + "\r")
	again.sees("Kanarievogel")
	again.types("\x03\x03")
	if code := again.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// filesWith returns the files below dir that hold one of some texts.
func filesWith(t *testing.T, dir string, texts ...string) (hits []string) {
	t.Helper()
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if os.IsNotExist(err) || err == nil && !info.Mode().IsRegular() {
			return nil
		}
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		for _, s := range texts {
			if bytes.Contains(data, []byte(s)) || strings.Contains(info.Name(), s) {
				hits = append(hits, path+": "+s)
			}
		}
		if os.IsNotExist(err) {
			err = nil
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return hits
}
