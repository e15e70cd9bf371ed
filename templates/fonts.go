package templates

import _ "embed"

// Atkinson Hyperlegible Next, the body font of what is printed: made by the
// Braille Institute for people who see little. Its licence is fonts/OFL.txt.
var (
	//go:embed fonts/AtkinsonHyperlegibleNext-Regular.ttf
	BodyRegular []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Bold.ttf
	BodyBold []byte
)
