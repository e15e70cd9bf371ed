package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"bekwaam/text"
)

// helpCommand is the word help in front of another command.
func (r *run) helpCommand(root *cobra.Command) *cobra.Command {
	return r.command("help [COMMAND]", "help", 0, -1, func(args []string) error {
		cmd, rest, err := root.Find(args)
		if err != nil || cmd == nil || len(rest) > 0 {
			name := strings.Join(args, " ")
			if len(rest) > 0 {
				name = rest[0]
			}
			return r.noCommand(root, name)
		}
		r.help(cmd)
		return nil
	})
}

// useLine is how a command is written, from the name of the program on.
func useLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		line := cmd.Parent().CommandPath() + " " + cmd.Use
		if cmd.HasAvailableSubCommands() {
			line += " COMMAND"
		}
		return line
	}
	return cmd.Use + " [COMMAND]"
}

// help writes what a command does and how it is written.
func (r *run) help(cmd *cobra.Command) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", cmd.Short)
	for _, l := range text.Wrap(cmd.Long, helpWidth) {
		if cmd.Long != "" {
			fmt.Fprintf(&b, "%s\n", l)
		}
	}
	fmt.Fprintf(&b, "\n%s\n  %s\n", r.t.T("cli.help.usage"), useLine(cmd))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", r.t.T("cli.help.commands"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				describe(&b, c.Name(), c.Short)
			}
		}
	}
	r.helpFlags(&b, "cli.help.flags", cmd.NonInheritedFlags(), cmd)
	r.helpFlags(&b, "cli.help.global", cmd.InheritedFlags(), cmd)
	if !cmd.HasParent() {
		fmt.Fprintf(&b, "\n%s\n", r.t.T("cli.help.plan"))
		fmt.Fprintf(&b, "%s\n", r.t.T("cli.help.more"))
	}
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

const (
	helpWidth  = 78
	helpColumn = 22
)

func (r *run) helpFlags(b *strings.Builder, title string, flags *pflag.FlagSet, cmd *cobra.Command) {
	if !flags.HasAvailableFlags() {
		return
	}
	fmt.Fprintf(b, "\n%s\n", r.t.T(title))
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		if f.Value.Type() != "bool" {
			name += " " + strings.ToUpper(f.Name)
		}
		describe(b, name, f.Usage)
	})
}

// describe writes a name and what it means, in two columns.
func describe(b *strings.Builder, name, what string) {
	for i, l := range text.Wrap(what, helpWidth-helpColumn-3) {
		switch {
		case i > 0:
			name = ""
		case text.Width(name) > helpColumn:
			fmt.Fprintf(b, "  %s\n", name)
			name = ""
		}
		fmt.Fprintf(b, "  %s %s\n", text.Pad(name, helpColumn), l)
	}
}
