package text

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

func table(t *testing.T, sep rune, rows ...[]string) string {
	t.Helper()
	var b strings.Builder
	c := NewCSV(&b, sep)
	for _, r := range rows {
		c.Row(r...)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSV(t *testing.T) {
	for in, want := range map[string]string{
		"Noor": `"Noor"`, "12": "12", "-2,5": "-2,5", "1.25": "1.25", "0": "0", "0,5": "0,5",
		"0612345678": `"0612345678"`, "007": `"007"`, "1,2,3": `"1,2,3"`, "1234567890123456": `"1234567890123456"`, "-": `"'-"`, "": `""`, ",5": `",5"`,
		"=1+1": `"'=1+1"`, "+31 6": `"'+31 6"`, "-ik": `"'-ik"`, "@SUM(A1)": `"'@SUM(A1)"`, "  =1": `"'  =1"`, "\t=1": `"' =1"`, "\r=1": "\"'\r\n=1\"",
		"＝1": `"'＝1"`, "﹢1": `"'﹢1"`, "−1": `"'−1"`, "'=1": `"''=1"`, `"=1`: `"'""=1"`, "\u200b=1": `"'=1"`, "\ufeff=1": `"'=1"`,
		`a";=1`: `"a"";=1"`, "a\nb": "\"a\r\nb\"", "a\x1b]0;x\x07": `"a]0;x"`, "1;2": `"1;2"`,
	} {
		if got := table(t, ';', []string{in, "x"}); got != "\ufeff"+want+`;"x"`+"\r\n" {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if got := table(t, ',', []string{"1,5", "1.5"}); got != "\ufeff\"1,5\",1.5\r\n" {
		t.Errorf("between commas: %q", got)
	}
}

func TestCSVSaysThatItCouldNotWrite(t *testing.T) {
	full := errors.New("full")
	c := NewCSV(failing{full}, ';')
	c.Row("a")
	if err := c.Close(); !errors.Is(err, full) {
		t.Errorf("err = %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// FuzzCSV writes two cells and reads them back as a spreadsheet does.
func FuzzCSV(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, "="+s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, sep := range []rune{';', ',', '\t'} {
			checkCSV(t, sep, []string{a, b}, table(t, sep, []string{a, b}))
		}
	})
}

// checkCSV fails where a table does not hold these cells, cleaned, or where a
// spreadsheet would reckon with one of them.
func checkCSV(t *testing.T, sep rune, cells []string, got string) {
	t.Helper()
	got, ok := strings.CutPrefix(got, "\ufeff")
	r := csv.NewReader(iotest.OneByteReader(strings.NewReader(got)))
	r.Comma = sep
	row, err := r.Read()
	if !ok || err != nil || len(row) != len(cells) {
		t.Fatalf("%q from %q: %v, %v", got, cells, row, err)
	}
	if _, err := r.Read(); !errors.Is(err, io.EOF) {
		t.Fatalf("%q from %q has another row", got, cells)
	}
	for i, cell := range row {
		want, _ := Text(cells[i], 1<<30)
		if bare := strings.TrimPrefix(cell, "'"); cell != want && bare != want {
			t.Fatalf("cell %q from %q", cell, cells[i])
		}
		if strings.HasPrefix(cell, "'") || figure(cell) {
			continue
		}
		if first := strings.TrimLeft(cell, " \n\r\t'\""); first != "" && slices.Contains([]rune("=+-@＝＋－＠﹦﹢﹣﹫"), []rune(first)[0]) {
			t.Fatalf("cell %q from %q is a formula", cell, cells[i])
		}
	}
}
