package cli

// appFlags are the flags of the app itself.
type appFlags struct {
	noMouse, noAltScreen bool
}

func (r *run) app(appFlags) error { return r.refuse("cli.err.terminal") }
