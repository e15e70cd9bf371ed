package cli

import (
	"errors"
	"os/exec"
	"runtime/debug"

	"github.com/spf13/cobra"

	"bekwaam/store"
)

func (r *run) versionCommand() *cobra.Command {
	return r.withJSON(r.command("version [--json]", "version", 0, 0, func([]string) error { return r.printVersion() }))
}

// version is what the program was built from, "dev" where nobody said.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

func (r *run) printVersion() error {
	if r.json {
		return r.printJSON(map[string]string{"version": version()})
	}
	r.print("bekwaam %s", version())
	return nil
}

func (r *run) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	cmd := r.command("completion bash|zsh|fish|powershell", "completion", 1, 1, nil)
	cmd.ValidArgs, cmd.ValidArgsFunction = shells, nil
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := r.choice("SHELL", args[0], shells...); err != nil {
			return err
		}
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(r.out, true)
		case "zsh":
			return root.GenZshCompletion(r.out)
		case "fish":
			return root.GenFishCompletion(r.out, true)
		}
		return root.GenPowerShellCompletionWithDesc(r.out)
	}
	return cmd
}

// The child that reads a database before this process does.
const (
	selftestCommand = "selftest"
	checkCommand    = "check"
)

// child returns what the store starts to check a database, nil where this
// program cannot start itself.
func (r *run) child() func(string) *exec.Cmd {
	if r.Self == "" {
		return nil
	}
	return func(path string) *exec.Cmd { return exec.Command(r.Self, selftestCommand, checkCommand, path) }
}

// digestCommand and selftests serve the tools that kill the program and
// look what is left.
func (r *run) digestCommand() *cobra.Command {
	cmd := r.command("digest", "digest", 0, 0, func([]string) error {
		s, err := r.open(store.Options{Full: true}) // it reads everything
		if err != nil {
			return err
		}
		s.sayRepairs()
		digest, err := s.st.Digest()
		if err = errors.Join(err, s.st.Close()); err != nil {
			return err
		}
		s.print("%s", digest)
		return nil
	})
	cmd.Hidden = true
	return cmd
}

func (r *run) selftests() *cobra.Command {
	write := r.command("write DIR [MAX]", "selftest.write", 1, 2, func(args []string) error {
		rounds := 0
		if len(args) > 1 {
			n, ok := number(args[1])
			if !ok || n == 0 {
				return r.misuse("cli.err.flag-value", "Flag", "MAX", "Value", args[1], "Command", "bekwaam selftest write")
			}
			rounds = n
		}
		return store.SelftestWrite(args[0], r.child(), rounds, r.out)
	})
	last := r.command("last DIR", "selftest.last", 1, 1, func(args []string) error {
		return store.SelftestLast(args[0], r.child(), r.out)
	})
	check := r.command(checkCommand+" FILE", "selftest.check", 1, 1, func(args []string) error {
		r.code = store.CheckMain(args[0], r.out)
		return nil
	})
	cmd := r.group(selftestCommand, write, last, check)
	cmd.Hidden = true
	return cmd
}

// number reads a whole number of at most nine digits.
func number(s string) (int, bool) {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != "" && len(s) <= 9
}
