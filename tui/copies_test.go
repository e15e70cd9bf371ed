package tui

import (
	"errors"
	"io/fs"
	"testing"
)

func TestCopiesGoToAFolderOfOnesOwn(t *testing.T) {
	d := begun(t)
	var asked []string
	fails := error(nil)
	d.m.deps.Copy = func(folder string) (string, error) {
		asked = append(asked, folder)
		return "usb › bekwaam-2026-09-28.bekwaam", fails
	}
	d.show(&settingsScreen{})
	d.sees("Reservekopie", "alleen op deze computer")
	d.m.top().(*settingsScreen).list.choose(copiesRow)
	d.keys("enter")
	d.on("S177")
	d.keys("tab enter")
	d.sees("Die map is er niet")
	if len(asked) > 0 {
		t.Errorf("asked for a copy in %q", asked)
	}
	d.text("/media/usb")
	fails = &fs.PathError{Op: "open", Path: "/media/usb", Err: fs.ErrNotExist}
	d.keys("tab enter")
	d.sees("Die map is er niet")
	fails = errors.New("read only")
	d.keys("tab enter")
	d.sees("Daar schrijven lukte niet")
	if d.m.settings.Copies != "" {
		t.Error("keeps a folder in which no copy can be made")
	}
	fails = nil
	d.keys("enter")
	d.on("S170")
	d.sees("Kopie gemaakt: usb", "elke dag ook in /media/usb")
	d.keys("enter")
	d.on("S177")
	d.keys("tab right enter")
	d.on("S170")
	d.sees("alleen op deze computer", "Er komen geen nieuwe kopie")
	for _, folder := range asked {
		if folder != "/media/usb" {
			t.Errorf("asked for a copy in %q", folder)
		}
	}
}
