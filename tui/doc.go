// Package tui is the full-screen program: one [Model] for Bubble Tea and a
// screen for each step of the path.
//
// # How it hangs together
//
// The [Model] owns everything that lasts: the plan, its history, the stack of
// screens, the size, the message line. A screen is a plain struct. It gets an
// env, in which it may only look, and it answers a key with effects: values
// that the model carries out at once, before it looks at another message. So
// fast typing can never reach the wrong screen, and no screen ever works on
// an old plan. Commands of Bubble Tea are used only for what truly comes
// later: saving, drawing a PDF, loading an older plan. While the program
// waits for one of those that decides what comes next, keys are held back and
// replayed afterwards.
//
// Every rule about plans is in package plan; a screen calls it and shows what
// comes back. Every text is in the catalogues.
//
// # Keys
//
// A screen lists its actions with [action]; that one table feeds the keys,
// the help line, the help screen and the palette. A list screen takes letters
// as commands, a form takes them as text.
package tui
