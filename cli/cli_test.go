package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"bekwaam/cli"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bekwaam": func() {
		w := cli.System()
		w.KeyWork = 8 // a passphrase is not tried a million times here
		os.Exit(cli.Run(w, os.Args[1:]))
	}})
}

// TestCommands runs the scripts. In each the clock stands at the day of the
// worked case, the language is Dutch and the store is $WORK/data.
func TestCommands(t *testing.T) {
	starter, err := filepath.Abs("testdata/cases/starter.yaml")
	if err != nil {
		t.Fatal(err)
	}
	params := testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			for k, v := range map[string]string{
				"BEKWAAM_DATA": filepath.Join(env.WorkDir, "data"), "HOME": filepath.Join(env.WorkDir, "home"),
				"SOURCE_DATE_EPOCH": "1813665600", "LANG": "nl_NL.UTF-8", "CASE": starter, "TZ": "UTC",
			} {
				env.Setenv(k, v)
			}
			return os.MkdirAll(filepath.Join(env.WorkDir, "home"), 0o700)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"json": jsonCommand, "code": codeCommand, "same": sameCommand, "cut": cutCommand, "swap": swapCommand, "flip": flipCommand,
			"sparse": sparseCommand, "quick": quickCommand, "hostile": hostileCommand, "remember": rememberCommand, "alike": alikeCommand, "sheetcode": sheetcodeCommand,
		},
	}
	if pipes != nil {
		params.Cmds["fifo"] = pipes
	}
	testscript.Run(t, params)
}

// sheetcode SHEET FILE writes the code on a recovery sheet to a file, in one
// line, as somebody types it.
func sheetcodeCommand(ts *testscript.TestScript, _ bool, args []string) {
	var groups []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if l := strings.TrimSpace(line); l != "" && l == strings.ToUpper(l) {
			groups = append(groups, strings.ToLower(l))
		}
	}
	if len(groups) == 0 {
		ts.Fatalf("no code in %s", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Join(groups, " ")+"\n"), 0o600))
}

// pipes makes named pipes, where the system has them.
var pipes func(*testscript.TestScript, bool, []string)

// json PATH VALUE fails unless the last output has this value at a path such
// as files.0.new. The length of a list is at its path with .len behind it.
func jsonCommand(ts *testscript.TestScript, neg bool, args []string) {
	if got := lastOutput(ts, args[0]); (got == args[1]) == neg {
		ts.Fatalf("%s is %q", args[0], got)
	}
}

// remember NAME PATH keeps what the last output has at a path as $NAME.
func rememberCommand(ts *testscript.TestScript, neg bool, args []string) {
	ts.Setenv(args[0], lastOutput(ts, args[1]))
}

// lastOutput is the value at a path of the last output.
func lastOutput(ts *testscript.TestScript, path string) string {
	var v any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &v))
	for _, key := range strings.Split(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			if key == "len" {
				v = float64(len(x))
				continue
			}
			n, err := strconv.Atoi(key)
			if err != nil || n >= len(x) {
				ts.Fatalf("no %s in a list of %d", key, len(x))
			}
			v = x[n]
		default:
			ts.Fatalf("nothing at %s of %s", key, path)
		}
	}
	return fmt.Sprint(v)
}

// code N ARGS… runs the program and fails unless it ends with that code, one
// line on stderr that says what to do, and nothing that could steer a
// terminal.
func codeCommand(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec("bekwaam", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
	said := ts.ReadFile("stderr")
	if strings.ContainsFunc(strings.TrimSuffix(said, "\n"), func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }) {
		ts.Fatalf("control characters in %q", said)
	}
	if strings.Contains(said, "⟦") {
		ts.Fatalf("a text is missing in %q", said)
	}
	lines := strings.Split(strings.TrimSuffix(said, "\n"), "\n")
	last := lines[len(lines)-1]
	if !strings.HasPrefix(last, "bekwaam: ") || !strings.Contains(last, "; wat te doen: ") && !strings.Contains(last, "; hint: ") {
		ts.Fatalf("%q does not say what to do", last)
	}
}

// same ARGS… is code 1, 2 or 3 (the first argument) with the store unchanged.
func sameCommand(ts *testscript.TestScript, neg bool, args []string) {
	digest := func() string {
		ts.Check(ts.Exec("bekwaam", "digest"))
		return ts.ReadFile("stdout")
	}
	before := digest()
	codeCommand(ts, neg, args)
	said := ts.ReadFile("stderr")
	if after := digest(); after != before {
		ts.Fatalf("%v changed the store (%s)", args, said)
	}
	ts.Logf("%s", said)
	fmt.Fprint(ts.Stdout(), said)
}

// swap OLD NEW FROM TO writes FROM to TO with every OLD replaced.
func swapCommand(ts *testscript.TestScript, neg bool, args []string) {
	out := strings.ReplaceAll(ts.ReadFile(args[2]), args[0], args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[3]), []byte(out), 0o600))
}

// alike FILE FILE fails unless two plans are the same but for what their
// revisions are called.
func alikeCommand(ts *testscript.TestScript, neg bool, args []string) {
	var plans [2]map[string]any
	for i := range plans {
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[i])), &plans[i]))
		delete(plans[i], "revision")
	}
	if reflect.DeepEqual(plans[0], plans[1]) == neg {
		ts.Fatalf("%s and %s", args[0], args[1])
	}
}

// cut FILE N OUT writes the first N bytes of a file.
func cutCommand(ts *testscript.TestScript, neg bool, args []string) {
	data := ts.ReadFile(args[0])
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(data[:min(n, len(data))]), 0o600))
}

// flip FILE AT OUT writes a file with one bit changed; AT below zero counts
// from the end.
func flipCommand(ts *testscript.TestScript, neg bool, args []string) {
	data := []byte(ts.ReadFile(args[0]))
	at, err := strconv.Atoi(args[1])
	ts.Check(err)
	if at < 0 {
		at += len(data)
	}
	data[at] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), data, 0o600))
}

// sparse FILE SIZE makes a file of that many bytes that takes no room.
func sparseCommand(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), nil, 0o600))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// hostile N makes files hostile0 and on, each with a document that means ill.
func hostileCommand(ts *testscript.TestScript, neg bool, args []string) {
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	for i, s := range []string{
		"profile: &a {name: *a}\n",
		"a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\nprofile: {}\n",
		`{"profile":` + deep + `}`,
		`{"profile":{"name":"a"},"profile":{"name":"b"}}`,
		`{"profile":{"name":"a"}} trailing`,
		"{\"profile\":{\"name\":\"\xff\xfe\"}}",
		`{"format":"bekwaam/plan","version":99,"profile":{}}`,
		`{"format":"else/thing","profile":{}}`,
		`{"profile":{"fte":"` + strings.Repeat("9", 100000) + `"}}`,
		`{"profile":{"name":"a","fte":"0.8x"}}`,
		"profile: !!python/object:os.system {}\n",
		"%PDF-1.7\nnot really\n",
		"\x1b]0;title\x07",
	} {
		ts.Check(os.WriteFile(ts.MkAbs("hostile"+strconv.Itoa(i)), []byte(s), 0o600))
	}
}

// quick SECONDS ARGS… fails where code takes longer.
func quickCommand(ts *testscript.TestScript, neg bool, args []string) {
	limit, err := strconv.ParseFloat(args[0], 64)
	ts.Check(err)
	start := time.Now()
	codeCommand(ts, neg, args[1:])
	if took := time.Since(start); took.Seconds() > limit {
		ts.Fatalf("took %v", took)
	}
}
