package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"bekwaam/text"
	"bekwaam/tui"
)

// errNoWindow: nothing can be shown here, over SSH or without a desktop.
var errNoWindow = errors.New("no window to open a file in")

// errUnsure: the terminal was asked to copy and never says whether it did.
var errUnsure = errors.New("the terminal does not say whether it copied")

// Open hands a file to the program that the person opens such files with, and
// does not wait for it.
func (d *desk) Open(path string) error {
	if d.Env("SSH_CONNECTION") != "" || d.Env("SSH_TTY") != "" {
		return errNoWindow
	}
	switch d.OS {
	case "windows":
		return begin("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		return begin("open", path)
	}
	if d.Env("DISPLAY") == "" && d.Env("WAYLAND_DISPLAY") == "" {
		return errNoWindow
	}
	return begin("xdg-open", path)
}

// OpenFolder opens the folder that a file is in.
func (d *desk) OpenFolder(path string) error { return d.Open(filepath.Dir(path)) }

// begin starts a program without the terminal of this one.
func begin(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%w: %w", errNoWindow, err)
	}
	go func() { _ = cmd.Wait() }() // how it ends is its own affair
	return nil
}

// Copy gives a text to the clipboard of the desktop. Where there is none the
// terminal is asked, which cannot be known to have worked: errUnsure.
func (d *desk) Copy(s string) error {
	for _, tool := range d.copyTools() {
		if _, err := exec.LookPath(tool[0]); err != nil {
			continue
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		cmd := exec.CommandContext(ctx, tool[0], tool[1:]...)
		cmd.Stdin = bytes.NewReader([]byte(s))
		err := cmd.Run()
		cancel()
		if err == nil {
			return nil
		}
	}
	d.send(tea.SetClipboard(s)())
	return errUnsure
}

func (d *desk) copyTools() [][]string {
	switch {
	case d.OS == "windows":
		return [][]string{{"clip"}}
	case d.OS == "darwin":
		return [][]string{{"pbcopy"}}
	case d.Env("SSH_CONNECTION") != "":
		return nil
	}
	var out [][]string
	if d.Env("WAYLAND_DISPLAY") != "" {
		out = append(out, []string{"wl-copy"})
	}
	if d.Env("DISPLAY") != "" {
		out = append(out, []string{"xclip", "-selection", "clipboard"}, []string{"xsel", "--clipboard", "--input"})
	}
	return out
}

// longText is how much of a text comes back from an editor, in runes.
const longText = 100_000

// Editor returns the command that edits a text in the person's own editor.
// The text is in a folder of theirs alone, in memory where the system has such
// a place, which is erased when it was read, or else at the next start.
func (d *desk) Editor(s string) (tui.EditorCommand, error) {
	editor := d.Env("VISUAL")
	if editor == "" {
		editor = d.Env("EDITOR")
	}
	if editor == "" {
		return tui.EditorCommand{}, errors.New("no editor is set")
	}
	dir, err := d.proofFolder()
	if err != nil {
		return tui.EditorCommand{}, err
	}
	name := filepath.Join(dir, "bekwaam.txt")
	d.note(dir, true)
	if err := os.WriteFile(name, []byte(s), 0o600); err != nil {
		return tui.EditorCommand{}, errors.Join(err, os.RemoveAll(dir))
	}
	read := func() (string, error) {
		defer d.note(dir, false)
		defer os.RemoveAll(dir) // with what the editor put beside it
		data, err := readRegular(name, maxDocument)
		if err != nil {
			return "", err
		}
		back, _ := text.Text(string(bytes.TrimRight(data, "\r\n")), longText)
		return back, nil
	}
	// The shell splits what people write in EDITOR, such as "code --wait".
	args := []string{"sh", "-c", editor + ` "$1"`, "sh", name}
	if d.OS == "windows" {
		args = []string{"cmd", "/c", editor, name}
	}
	return tui.EditorCommand{Args: args, In: d.In, Read: read}, nil
}
