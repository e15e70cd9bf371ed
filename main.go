// Bekwaam is a program in which a starting teacher writes a yearly plan for
// professional development and hands the school board a signed PDF of it.
package main

import (
	"os"
	_ "time/tzdata" // times are shown in local time, also where the system has no zones

	"bekwaam/cli"
)

func main() { os.Exit(cli.Main()) }
