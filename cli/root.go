package cli

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bekwaam/continuum"
)

// root is the tree of commands. It is made anew for every run, in the words
// of its language.
func (r *run) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "bekwaam",
		Short:         r.t.T("cli.cmd.app"),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true, SilenceUsage: true, DisableSuggestions: true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(*cobra.Command, []string) error { return r.checkGlobal() },
	}
	all := root.PersistentFlags()
	all.StringVar(&r.flags.data, "data", "", r.t.T("cli.flag.data"))
	all.StringVar(&r.flags.lang, "lang", "", r.t.T("cli.flag.lang"))
	all.StringVar(&r.flags.color, "color", "auto", r.t.T("cli.flag.color"))
	all.StringVar(&r.flags.secret, "store-passphrase-file", "", r.t.T("cli.flag.store-passphrase"))
	all.BoolP("help", "h", false, r.t.T("cli.flag.help"))

	var app appFlags
	showVersion := root.Flags().Bool("version", false, r.t.T("cli.flag.version"))
	root.Flags().BoolVar(&app.noMouse, "no-mouse", false, r.t.T("cli.flag.no-mouse"))
	root.Flags().BoolVar(&app.noAltScreen, "no-alt-screen", false, r.t.T("cli.flag.no-alt-screen"))
	root.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 1 && r.isFile(args[0]):
			return r.app(app, args[0])
		case len(args) > 0:
			return r.noCommand(root, args[0])
		case *showVersion:
			return r.printVersion()
		}
		return r.app(app, "")
	}

	root.AddCommand(r.listCommand(), r.showCommand(), r.importCommand(), r.exportCommand(), r.withdrawCommand(), r.noteCommand(), r.returnCommand(),
		r.answerCommand(), r.talkCommand(), r.confirmCommand(), r.startCommand(), r.signCommand(), r.verifyCommand(),
		r.checkCommand(), r.ledgerCommand(), r.focusCommand(), r.coverageCommand(), r.historyCommand(),
		r.frameworkCommand(), r.keyCommand(), r.completionCommand(), r.versionCommand(), r.selftests(), r.digestCommand(),
		r.logCommand(), r.activityCommand(), r.agreementCommand(), r.countCommand(), r.nextCommand(), r.evidenceCommand(), r.reflectCommand(),
		r.momentCommand(), r.alongCommand(), r.letterCommand(), r.closeCommand(), r.carryCommand(), r.decideCommand(), r.moveOnCommand(), r.compareCommand(),
		r.fileCommand(), r.judgeCommand(), r.interviewCommand(), r.adviseCommand(), r.reactCommand(),
		r.backupCommand(), r.archiveCommand(), r.restoreCommand(), r.doctorCommand(), r.eraseCommand(), r.passphraseCommand())
	root.SetHelpCommand(r.helpCommand(root))
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { r.help(cmd) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { r.help(cmd); return nil })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return r.flagFault(cmd, err) })
	return root
}

// checkGlobal looks at the flags that every command has.
func (r *run) checkGlobal() error {
	if l := r.flags.lang; l != "" && l != "nl" && l != "en" {
		return r.misuse("cli.err.choice", "Flag", "--lang", "Value", l, "Choices", "nl, en")
	}
	if c := r.flags.color; c != "auto" && c != "always" && c != "never" {
		return r.misuse("cli.err.choice", "Flag", "--color", "Value", c, "Choices", "auto, always, never")
	}
	return nil
}

// choice checks the value of a flag that has a few.
func (r *run) choice(flag, value string, of ...string) error {
	if slices.Contains(of, value) {
		return nil
	}
	return r.misuse("cli.err.choice", "Flag", flag, "Value", value, "Choices", strings.Join(of, ", "))
}

// isFile reports whether the one argument is a file to look at: a PDF by its
// name, or any file with a folder before it.
func (r *run) isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular() && (isReceived(name) || strings.ContainsRune(name, filepath.Separator))
}

// noCommand says that there is no such command, and which one may be meant.
func (r *run) noCommand(parent *cobra.Command, name string) error {
	var known []string
	for _, c := range parent.Commands() {
		if !c.Hidden {
			known = append(known, c.Name())
		}
	}
	f := r.misuse("cli.err.no-command", "Name", name, "Of", parent.CommandPath())
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && !parent.HasParent() {
		f.hint = r.t.T("cli.err.no-command.file", "Name", clean(name))
		return f
	}
	if near := continuum.Nearest(name, known); near != "" {
		f.hint = r.t.T("cli.err.no-command.near", "Name", near)
	}
	return f
}

// flagFault puts what the reader of flags says into our words.
func (r *run) flagFault(cmd *cobra.Command, err error) error {
	if errors.Is(err, pflag.ErrHelp) {
		return err
	}
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	f := (*fault)(nil)
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		f = r.misuse("cli.err.flag-unknown", "Flag", name, "Command", cmd.CommandPath())
		var known []string
		cmd.Flags().VisitAll(func(x *pflag.Flag) { known = append(known, "--"+x.Name) })
		if near := continuum.Nearest(name, known); near != "" {
			f.hint = r.t.T("cli.err.no-command.near", "Name", near)
		}
	case errors.As(err, &missing):
		f = r.misuse("cli.err.flag-empty", "Flag", "--"+missing.GetFlag().Name, "Command", cmd.CommandPath())
	case errors.As(err, &invalid):
		f = r.misuse("cli.err.flag-value", "Flag", "--"+invalid.GetFlag().Name, "Value", invalid.GetValue(), "Command", cmd.CommandPath())
	case errors.As(err, &syntax):
		f = r.misuse("cli.err.flag-unknown", "Flag", syntax.GetSpecifiedFlag(), "Command", cmd.CommandPath())
	default:
		f = r.misuse("cli.err.other", "Detail", err.Error())
	}
	f.err = err
	return f
}

// command is what all commands have in common. at least and at most count
// the arguments; at most is below zero where there is no end.
func (r *run) command(use, name string, least, most int, do func(args []string) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: r.t.T("cli.cmd." + name), DisableFlagsInUseLine: true}
	if id := "cli.cmd." + name + ".long"; r.t.Has(id) {
		cmd.Long = r.t.T(id)
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return r.misuse("cli.err.args", "Use", useLine(cmd), "Command", cmd.CommandPath())
		}
		return nil
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error { return do(args) }
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	return cmd
}

// group is a command that only has commands below it.
func (r *run) group(name string, below ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: name, Short: r.t.T("cli.cmd." + name), DisableFlagsInUseLine: true, Args: cobra.ArbitraryArgs}
	cmd.AddCommand(below...)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return r.noCommand(cmd, args[0])
		}
		return r.misuse("cli.err.args", "Use", useLine(cmd), "Command", cmd.CommandPath())
	}
	return cmd
}

// withJSON adds --json.
func (r *run) withJSON(cmd *cobra.Command) *cobra.Command {
	cmd.Flags().BoolVar(&r.json, "json", false, r.t.T("cli.flag.json"))
	return cmd
}
